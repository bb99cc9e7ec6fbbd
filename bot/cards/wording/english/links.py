"""How claims relate, on cards, in stories and in answers."""

from __future__ import annotations

SENTENCES = {
    "newer_same": "the same as {other}",
    "newer_updates": "updates {other}",
    "newer_contradicts": "contradicts {other}",
    "newer_supports": "supports {other}",
    "older_same": "the same as {other}",
    "older_updates": "updated by {other}",
    "older_contradicts": "contradicts {other}",
    "older_supports": "supported by {other}",
    "shown": "🔗 {links}",
    "contradicted": "⚠ {links}",
    "proposed": "Does it relate? Perhaps {relation}{reasons}.",
    "more_proposed": "{count:# more relation|# more relations} to look at after this one.",
    "reasons": ": {reasons}",
    "other": "{label}: {statement}",
    "more": "{count:# more|# more}",
    "told_same": "🔗 {by}: {newer} says the same as {older}.",
    "told_updates": "🔗 {by}: {newer} updates {older}.",
    "told_contradicts": "⚠ {by}: {newer} contradicts {older}.",
    "told_supports": "🔗 {by}: {newer} supports {older}.",
    "told_none": "🔗 {by}: {newer} and {older} do not relate.",
    "already": " That was known already.",
    "gives_way": "{label} is superseded and takes no more answers. Its votes are not carried over.",
    "noted_same": "Recorded under your codename: {newer} says the same as {older}.",
    "noted_updates": "Recorded under your codename: {newer} updates {older}.",
    "noted_contradicts": "Recorded under your codename: {newer} contradicts {older}.",
    "noted_supports": "Recorded under your codename: {newer} supports {older}.",
    "noted_none": "Recorded under your codename: {newer} and {older} do not relate.",
    "between": " · ",
}
