"""What an audit can find wrong: each finding's docstring is the sentence that people read."""

from __future__ import annotations

from bot.claims.errors import ClaimdeskError


class Finding(ClaimdeskError):
    """Something in the history does not hold."""


class RowMissing(Finding):
    """Claim C-{claim}, row {row}: is missing; row {next} is the next there is."""


class EndMissing(Finding):
    """Claim C-{claim}, row {row}: is missing at the end of its history."""


class RowOutOfPlace(Finding):
    """Claim C-{claim}, row {row}: stands where row {expected} has to stand."""


class RowChanged(Finding):
    """Claim C-{claim}, row {row}: does not lead to its hash, so it was changed, or the hash before it was."""


class PlaceWrong(Finding):
    """Claim C-{claim}, row {row}: has place {place} in the log, where place {expected} has to follow."""


class LoggedTooLate(Finding):
    """Claim C-{claim}, row {row}: has place {place} in the log, but comes after rows that are not in the log."""


class ShownForged(Finding):
    """Claim C-{claim}, row {row}: shows something other than what was sealed."""


class WordsForged(Finding):
    """Claim C-{claim}, row {row}: the words that belong to it are not the ones that were sealed."""


class WordsUnsealed(Finding):
    """Claim C-{claim}, row {row}: comes with words for which it shows no seal."""


class CheckpointFails(Finding):
    """The checkpoint over {size} events does not hold: the history up to there is not the one that was signed."""


class Truncated(Finding):
    """The checkpoint over {size} events does not hold: the log has only {held}, so its end is missing."""


class SizeWrong(Finding):
    """The first line speaks of {said} events in the log, and there are {held}."""


class Unreadable(Finding):
    """Line {line} cannot be read as an event, so it was changed or damaged."""


class OtherLog(Finding):
    """The first line names the log {found!a} of desk {desk}, and the key is the one of {expected}."""


class NotInLog(Finding):
    """Claim C-{claim}, row {row}: is not at place {place} of the log whose {size} events the checkpoint signs."""


class NotGrown(Finding):
    """The log of {new} events does not begin with the log of {old} events: it was rewritten in between."""


class WordsMissing(Finding):
    """Claim C-{claim}, row {row}: what its source says is missing."""


class SourceUnknown(Finding):
    """Claim C-{claim}: has a source of which its history says nothing."""


class NoteUnknown(Finding):
    """Claim C-{claim}: a note stands beside its history that no row seals."""


class CheckpointForged(Finding):
    """The checkpoint over {size} events that the database keeps is not as it was signed: {why}"""


class SubtreesWrong(Finding):
    """The stored subtrees of the log are not those of its events, so proofs made from them would not hold."""


class RowsContradict(Finding):
    """What the claims say beside their histories cannot be compared with them: {why}."""
