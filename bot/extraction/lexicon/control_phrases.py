"""Phrases of control, by action and by what stands around them.

`over`: the actor stands before and the place behind (“took control of the port”). `alone`: the actor stands before,
a place may
follow (“pulled back”). `of`: the place stands before, the actor may follow (“fell to the rebels”). `out`: those
beaten stand
before, or behind (“were driven out”).
"""

from __future__ import annotations

from bot.extraction.lexicon.inflection import spelled_out

_PHRASES: dict[tuple[str, str], str] = {
    (
        "seized",
        "over",
    ): """TAKE control of|TAKE over|GAIN control of|SEIZE control of|in control of after taking|TAKE charge of|TAKE
    possession of|
        WREST control of|established control over|ESTABLISH control of|ESTABLISH control over|HOIST its flag
        over|RAISE its flag over|
        HOIST their flag over|RAISE their flag over|RAISE the flag over|HOIST the flag over|PUSH government forces
        out of|BRING under control|
        COMPLETE the capture of|assumed control of|TAKE full possession
        of|COME into possession of|
        CLEAR militants from|CLEAR the enemy from|BRING under its control|BREAK the defence of""",
    (
        "seized",
        "of",
    ): """FALL to|FALL into the hands of|FALL under the control of|FALL under|CHANGE hands|SLIP from
    government control|
        PASS into the hands of|COME under the control of|COME under the control of|FALL|PASS to|
        SLIP from its control|SLIP from their control|SLIP out of government control|switched hands|switching hands|
        cleared of|cleansed of|purged of|swept clear of""",
    (
        "retook",
        "of",
    ): """been won back|been taken back|been clawed back|back in the hands of|back in our hands|back in government hands|back in army hands|back under our control|
        once more in the hands of|once again in the hands of|back under government control|back under the control of|back under army control""",
    (
        "retook",
        "over",
    ): """REGAIN control of|TAKE back|TAKE back control of|WIN back|won back|RECOVER control of|REESTABLISH control
    of|re-established control of|
        restored control over|restored control of|again in control of|back in control of|re-entered|recaptured
        from""",
    ("lost", "alone"): "GIVE ground|LOSE ground|YIELD ground",
    ("lost", "over"): "LOSE control of|GIVE up|LOSE ground in|LOSE the|GIVE ground in",
    (
        "withdrew",
        "alone",
    ): """PULL back|PULL out|PULL out of|WITHDRAW from|WITHDRAW to|RETREAT from|RETREAT to|FALL back|GIVE up
    positions in|
        fled in disarray|fled in panic|fled the battlefield|fled their positions|took to flight|taken to flight|
        REPOSITION to|gone from|melted away from|slipped out of|LEAVE their positions|LEAVE their posts|abandoned their positions|abandoned their posts|abandoned the
        position|LEAVE without a fight|
        LEAVE without fighting|STEP back from|RETREAT|ordered to withdraw|WITHDRAW|MOVE out of|MOVE back
        from|disengaged from|regrouped in|
        obliged to withdraw|obliged to retreat|compelled to withdraw|compelled to retreat|obliged to pull back|
        tactical withdrawal|tactical retreat|strategic withdrawal|pull-back from|a pullout from|PULL away from|
        fled their barracks|fled their posts|fled their base|fled the base|fled their garrison|
        tactical pullback|tactical pull-back|orderly withdrawal|pullback from|ordered out of|told to leave their""",
    (
        "retook",
        "alone",
    ): "REGAIN control|TAKE it back|TAKE them back|WIN it back|WIN them back|GET it back|TAKE the town back|TAKE the village back",
    (
        "surrounded",
        "over",
    ): """LAY siege to|TAKE up positions around|CUT off|CLOSE the ring around|tightened the noose around|
        COMPLETE the encirclement of""",
    (
        "surrounded",
        "of",
    ): """under siege|was besieged|are besieged|remains besieged|is encircled|remains encircled|remains surrounded|still encircled|still surrounded|still besieged|sealed off|cut off from|
        blockaded by|cut off""",
    (
        "entered",
        "over",
    ): """PUSH into|BREAK into|MOVE into|MARCH into|ADVANCE into|BREAK through into|FIGHT their way into|GAIN a
        foothold in|GAIN a toehold in|GAIN a toehold on|GAIN a foothold on|ESTABLISH a bridgehead on|WALK into|ROLL into|
        POUR into|poured into|BURST into|swept into|stormed into|inside the|CROSS into|gained entry to|drove
        into|RUSH into|
        forced their way into|thrust into|ESTABLISH a foothold in|penetrated into|infiltrated into|PUSH their way
        into|barged into|made inroads into|got inside""",
    (
        "contested",
        "of",
    ): """grey zone|gray zone|no-man's land|no man's land|contested|disputed|street fighting|house-to-house
    fighting|street battles|
        changed hands several times|control of neither side|house-to-house|neither side holding|hangs in the
        balance|changing hands""",
    (
        "contested",
        "alone",
    ): """FIGHT house to house|FIGHT from house to house|FIGHT street by street|FIGHT block by block|
        FIGHT in the streets""",
    (
        "contested",
        "over",
    ): """BATTLE for control of|battling for control of|FIGHT for control of|fighting for|battled for|
        battling for|FIGHT for|vying for control of|disputed control of|contesting""",
    (
        "holds",
        "over",
    ): """in control of|in full control of|HOLD sway over|REMAIN in|in charge of|HOLD on to|holding on to|HOLD out
    in|holding out in|MAN|
        KEEP control of|RETAIN control of|entrenched in|dug in at|dug in around|dug in|hold on to|CLING to|CLING on to|HOLD onto|holed up in|in
        possession of|present in|
        STAY in control of|MAINTAIN control of|maintained control of|maintain control of|has control of|have control
        of|had control of|PATROL|masters of|
        EXERT control over|in command of|KEEP hold of|full control of|exercise control over|still inside|still
        in|firmly in|hold the""",
    (
        "holds",
        "of",
    ): """under their control|under our control|under its control|under the control of|under government
    control|under rebel control|
        in government hands|in rebel hands|in our hands|in their hands|under army control|remains in the hands of|in
        the hands of|firmly in the hands of|
        under full control|under complete control|under the rule of|under occupation|occupied by|still in the hands
        of|remained in the hands of|under militant control|
        under insurgent control|under Russian control|under Ukrainian control|under Taliban control""",
    (
        "repelled",
        "over",
    ): """BEAT back|BEAT off|FEND off|WARD off|DRIVE off|DRIVE back|PUSH back|THROW back|FIGHT off|TURN back|FORCE
    back|STOP an attack|STOP the advance|
        REPEL an attack|DRIVE away|HOLD off|CHASE away|CHASE off|FLUSH out|broke up an attack|put to flight|halted
        an advance|halted the advance of|stopped the advance of|routed""",
    (
        "repelled",
        "out",
    ): """driven out|driven back|pushed back|beaten back|beaten off|forced out|chased out|thrown back|forced
    back|pushed out|driven off|driven from|
        dislodged from|ousted from|expelled from|flushed out|chased away|chased from|swept from|thrown out|evicted from|ejected
        from|cleared out|forced to retreat|forced to withdraw|put to flight|
        turned back|driven away|kicked out|forced to pull back|fought off""",
}


# Nouns that report it: “the fall of the town to the rebels”, “the recapture of Kobo”.
NOUNS: dict[str, str] = {
    "fall": "seized",
    "capture": "seized",
    "seizure": "seized",
    "takeover": "seized",
    "liberation": "seized",
    "occupation": "seized",
    "conquest": "seized",
    "overrunning": "seized",
    "recapture": "retook",
    "retaking": "retook",
    "loss": "lost",
    "encirclement": "surrounded",
    "evacuation": "withdrew",
    "abandonment": "withdrew",
}


def control_table() -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """First word -> phrases that begin with it, longest first: (words, action, around)."""
    table: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for (action, around), phrases in _PHRASES.items():
        for phrase in phrases.split("|"):
            for words in spelled_out(phrase.strip()):
                lows = tuple(word.lower() for word in words)
                table.setdefault(lows[0], []).append((lows, action, around))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}
