"""Wording: how reports say that a figure is corrected, that it adds up several events, or that it is part of another."""

from __future__ import annotations

_NUMBER = r"(?:toll|count|figure|number|tally|estimate|total|deaths|account)"
# A new figure in the place of an old one, whoever gave the old one.
CORRECTED = (
    r"(?:risen|rose|rises|rising|climbed|climbs|grown|grew|jumped|increased|gone up|went up|doubled|tripled)\b",
    rf"{_NUMBER}(?: [\w’'-]+){{0,14}}? (?:has |had )?(?:now )?(?:reached|passed|topped|exceeded|surpassed|hit|come to)\b",
    r"(?:has|had|have) (?:now )?(?:reached|passed|topped|exceeded|surpassed) (?:at least |more than |over )?\d",
    r"revis(?:ed|es|ing|ion)\b|correct(?:ed|s|ing|ion)\b|amended|updated?\b|up from|down from",
    rf"(?:raised|raises|raising|lowered|lowers|lowering|cut|cuts|reduced|put up|pushed) "
    rf"(?:its|the|that|their|his|her|an?) (?:[\w’'-]+ ){{0,3}}?{_NUMBER}",
    r"(?:fallen|fell|dropped|drops|gone down|went down|come down) to\b|rather than (?:the )?(?:\w+ )?\d",
    rf"(?:new|latest|updated|final|fresh|revised|higher|lower|further) (?:\w+ )?{_NUMBER}",
    r",? not (?:the )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty),",
    r"(?:died|succumbed) (?:later |overnight )?(?:of|from|to) (?:(?:his|her|their|the) )?(?:wounds|injuries)",
    r"(?:more|another|further) (?:bodies|body)\b",
)
# What only the same speaker says of an earlier word of their own.
LATER = (
    r"now|by now|since then|has since|have since|had since|meanwhile|eventually|later|earlier|previously|initially"
    r"|at first|no longer|only|admit(?:s|ted)?|acknowledg(?:es|ed)|conced(?:es|ed)|confirm(?:s|ed)?|took back|taken back"
    r"|after an inspection|st[iu]ck(?:s|ing)? (?:to|by)|stands? by|stood by|repeat(?:s|ed)|reiterated|again|still|unchanged|stands? at|stood at|reached|so far",
)
CUMULATIVE = (
    r"(?:brings?|bringing|brought|tak(?:es?|ing)|took|rais(?:es?|ing|ed)|push(?:es|ing|ed)) "
    r"(?:[\w’'-]+ ){0,8}?(?:week|month|year|weekend|total|overall)\b",
    r"so far (?:this|in)|in total since|since (?:the )?(?:start|beginning|outbreak)",
    r"(?:this|last|past|previous) (?:week|month|year|weeks|months)\b(?! ago)",
    r"(?:over|in|during|within|for) (?:the )?(?:past|last) (?:\w+ )?(?:days|weeks|months)",
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:days|weeks|months) of",
    r"(?:over|across|during) the (?:weekend|week|month)|week of (?:fighting|clashes|shelling|violence)|in all since"
    r"|cumulative",
    r"(?:two|three|four|five|six|several|separate|various|a series of|series of|string of|wave of) (?:\w+ )?"
    r"(?:incidents|attacks|strikes|raids|villages|towns|provinces|districts|cities|places|locations)",
    r"nationwide|across the (?:country|region|province|north|south|east|west)|throughout the",
)
# Before the figure: “including three children”; in it: “three of the dead were children”.
PART_BEFORE = (
    r"(?:including|include[sd]?|among (?:them|the (?:dead|victims|wounded|injured|killed|casualties))"
    r"(?: (?:are|were|is|was))?|of (?:whom|them)|of which),? (?:at least |about |up to |some |more than )?$"
)
PART_INSIDE = (
    r"of (?:the|those|these|\d+) (?:[\w-]+ ){0,2}?(?:dead|killed|victims|wounded|injured|casualties|deaths|fatalities|bodies|hurt)\b",
    r"of (?:them|whom|these|those) (?:were|was|are|is|later|have|had|died)\b|^(?:[\w-]+ )?[\w-]+ of (?:them|whom)\b",
    r"(?:were|was|are|is) among (?:the|those)\b",
)
# Parts of the day, as the hours that each may mean: morning, afternoon, evening, night.
PARTS_OF_DAY: dict[str, str] = {
    "dawn": "mn", "daybreak": "mn", "sunrise": "mn", "morning": "m", "noon": "ma", "midday": "ma", "afternoon": "a",
    "evening": "en", "dusk": "en", "sunset": "en", "night": "en", "nightfall": "en", "midnight": "en",
    "overnight": "enm",
}  # fmt: skip
