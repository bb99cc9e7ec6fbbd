"""What /stats and /rules say."""

# ruff: noqa: E501 (a sentence stays on one line, so that a changed one is a small diff)

from __future__ import annotations

SENTENCES = {
    "title": "📊 {desk}",
    "counts": "{open:# claim|# claims} open, {decided} decided",
    "kind": "· {kind}: {counts}",
    "status": "{count} {status}",
    "nothing": "No claim has come before this desk yet.",
    "median": "Half of the rounds that were decided in the last 90 days took no more than {hours:an hour|# hours}.",
    "agreement": "Reviewers were of one mind in {count} of {of:# decided round|# decided rounds} ({share} %).",
    "undecided": "No round was decided in the last 90 days.",
    "precision_title": "How often what a rule found was a claim",
    "precision_families": "Rules that are built alike are taken together; the least certain come first. /rules lists them one by one.",
    "rule": "{right} of {decided} ({share} %, probably {low} to {high} %)",
    "rule_undecided": "nothing decided yet",
    "muted_mark": ", muted",
    "no_rule": "Nothing is decided yet, so no rule can be judged.",
    "more": "… and {count:# more rule|# more rules}; a part of a name behind it shows only those: /rules casualties",
    "rules_title": "Rules, and how often what they found was a claim",
    "muted_title": "Muted at this desk: {names}.",
    "how": "/rules mute casualties.noun keeps what such rules find from becoming claims here; /rules unmute casualties.noun lets it.",
    "muted_now": "🔇 {lead} muted {rule}.",
    "muted_before": "🔇 {rule} was muted already.",
    "muted_how": "What it finds in texts from now on becomes no claim here; reports say how many were held back. Claims that are there stay.",
    "unmuted_now": "🔊 {lead} lets {rule} be heard again.",
    "unmuted_how": "What it finds in texts from now on becomes claims again.",
}
