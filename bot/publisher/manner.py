"""How a message is put to a chat: as planned, or more modestly after what Telegram refused."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.publisher.refusals import Refusal

LENGTHS = (4096, 3500, 2000, 1000, 300)  # UTF-16 units; Telegram's own limit first


@dataclass(frozen=True, slots=True)
class Manner:
    """`units` is the longest text to send, in UTF-16 units."""

    in_topic: bool = True
    as_reply: bool = True
    styled: bool = True
    units: int = LENGTHS[0]

    def after(self, refusal: Refusal) -> Manner:
        """The manner to try next; the same one when nothing is left to give up.

        >>> Manner().after(Refusal.TOPIC_GONE).in_topic
        False
        """
        match refusal:
            case Refusal.TOPIC_GONE:
                return replace(self, in_topic=False)
            case Refusal.REPLY_GONE:
                return replace(self, as_reply=False)
            case Refusal.ENTITIES_REFUSED:
                return replace(self, styled=False)
            case Refusal.TOO_LONG:
                return replace(self, units=next((n for n in LENGTHS if n < self.units), self.units))
        return self


AS_PLANNED = Manner()
