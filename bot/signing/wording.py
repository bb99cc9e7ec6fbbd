"""The sentences in which a verification tells what it found. What is wrong is told by the findings themselves."""

HISTORY = "History of {log}: {events:,} events of {claims:,} claims, {logged:,} of them in the log."
KEY = "Key {fingerprint} (compare it with the published one)."
HOLDS = "Holds: the checkpoint over {size:,} events{when}."
SIGNED = ", signed {at:%Y-%m-%d %H:%M} UTC"
OTHER_KEY = (
    "Checkpoints of another key that the database keeps: {count:,}. They are passed over. A desk whose key was never"
    " replaced should have none; verify them with the key of then."
)
ANCHORED = "Every event is covered by a checkpoint that holds."
UNANCHORED = (
    "Unanchored: {count:,} events are covered by no checkpoint that holds, so nothing outside vouches for them."
)
SOUND = "Verified: nothing is wrong."
UNSOUND_ONE = "Not verified: 1 thing is wrong."
UNSOUND = "Not verified: {count:,} things are wrong."
MORE = "… and {count:,} more."

CLAIM = "Claim C-{claim} in {log}: rows 1 to {covered} are chained and in the log of {size:,} events{when}."
CLAIM_LATER = "Rows {first} to {last} came later and are unanchored."
GROWN = "The log of {new:,} events{new_when} begins with the log of {old:,} events{old_when}: nothing was rewritten."

HELP = (
    "Verify a history, with nothing but the published key. Exit status: 0 verified, 1 something is wrong, 2 unusable."
)
HELP_VERIFY = "verify an export against checkpoints"
HELP_PROOF = "verify the proof of one claim"
HELP_GROWTH = "verify that one checkpoint's log begins with another's"
HELP_EXPORT = "an export of the history: JSON lines, claimdesk-history/1"
HELP_CHECKPOINT = "a file with one or more checkpoints, as they stand in the digest"
HELP_BUNDLE = "the proof of a claim: JSON, claimdesk-proof/1"
HELP_GROWTH_FILE = "the proof about two checkpoints: JSON, claimdesk-consistency/1"
HELP_KEY = "the published verifier key, name+id+key, or a file that holds it"
