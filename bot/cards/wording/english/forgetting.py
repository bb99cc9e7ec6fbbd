"""What is said about being forgotten."""

# ruff: noqa: E501 (a sentence stays on one line, so that a changed one is a small diff)

from __future__ import annotations

SENTENCES = {
    "me_title": "Shall I forget you?",
    "me_goes": "Gone for good, at every desk: which codename you are, what leads from you to your answers, the reasons you wrote in your own words, and what I keep of our talk.",
    "me_chat": "I delete my messages of the last two days here. Older ones Telegram does not let me delete, nor do I delete yours: please delete this chat on your side.",
    "me_stays": "What stays: your answers count, and from now on nobody can tell whose they were or withdraw them. Texts you handed in stay, with their file names and claims. So does your codename, so that nobody else is ever called so.",
    "me_then": "If you come back you are a newcomer with another codename. Please do not answer again where you have answered: I could not tell, and both would count.",
    "told": "Your desk is told that this codename was forgotten, and not who it was.",
    "copies": "Backups and exports that were made before cannot be recalled.",
    "me_done": "You are forgotten. Please delete this chat on your side too. If you write to me again, you are somebody new.",
    "title": "Forget who “{codename}” is?",
    "title_id": "Forget whoever has this Telegram id, at every desk?",
    "goes": "Gone for good: who this is on Telegram, what leads from them to their answers, the reasons they wrote in their own words, and their private chat with the bot as far as it is kept.",
    "stays": "What stays: their answers count, and nobody can tell any more whose they were or withdraw them. Texts they handed in stay, with their file names and claims. The codename is never given to anybody else.",
    "then": "Who comes back is a newcomer with another codename, and could answer again where the forgotten answer still counts. The desk is told, by codename.",
    "was_frozen": "⚠ This reviewer was suspended. Should that person come back, I cannot know it, and they may answer.",
    "done": "The reviewer “{codename}” was forgotten: I do not know any more who that was. Their answers still count. Should that person come back, it is under another codename.",
}
