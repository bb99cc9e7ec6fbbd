"""What goes wrong between a bot and Telegram: by chance from a seed, or exactly where a test says."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import TypeVar

_Each = TypeVar("_Each")


class Fault(StrEnum):
    """One thing that goes wrong with one call."""

    TOO_MANY_REQUESTS = "too_many_requests"  # 429 with retry_after; not carried out
    SERVER_ERROR = "server_error"  # 500; not carried out
    BAD_GATEWAY = "bad_gateway"  # 502 with a page of HTML; not carried out
    BAD_GATEWAY_AFTER = "bad_gateway_after"  # 502, yet carried out
    RESET_BEFORE = "reset_before"  # the connection breaks, nothing was done
    RESET_AFTER = "reset_after"  # carried out, then the connection breaks
    TIMEOUT_AFTER_DELIVERY = "timeout_after_delivery"  # carried out, the answer never comes
    SLOW = "slow"  # carried out, the answer takes `slow_seconds`
    MIGRATES = "migrates"  # the group becomes a supergroup just before the call
    TOPIC_CLOSES = "topic_closes"  # the topic is closed just before the call
    BLOCKS = "blocks"  # the person blocks the bot just before the call


@dataclass(frozen=True, slots=True)
class Faults:
    """How often things go wrong: chances from 0 to 1 for each call, drawn from the seed.

    The n-th call of a method meets the same fate for the same seed, whatever other calls do meanwhile.
    `duplicate` and `reorder` are chances for each update, within one batch; `retry_after` and
    `slow_seconds` are in seconds; after `late_seconds` the answer comes that timed out (None: never). `spared`
    methods are left alone.
    """

    seed: int = 0
    duplicate: float = 0
    reorder: float = 0
    too_many_requests: float = 0
    server_error: float = 0
    bad_gateway: float = 0
    bad_gateway_after: float = 0
    reset_before: float = 0
    reset_after: float = 0
    timeout_after_delivery: float = 0
    slow: float = 0
    migrates: float = 0
    topic_closes: float = 0
    blocks: float = 0
    retry_after: int = 1
    slow_seconds: float = 0.05
    late_seconds: float | None = None
    spared: frozenset[str] = frozenset({"getMe"})

    def chance(self, fault: Fault) -> float:
        """How likely this fault is."""
        return float(getattr(self, fault.value))


class Fate:
    """Decides for each call what goes wrong with it. What was scripted comes first."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.met: Counter[Fault] = Counter()
        self._calls: Counter[str] = Counter()
        self._scripted: defaultdict[str, deque[Fault | None]] = defaultdict(deque)
        self._updates = Random(f"{faults.seed} updates")

    def script(self, method: str, *faults: Fault | None) -> None:
        """The next calls of a method meet these; None lets one pass."""
        self._scripted[method.lower()].extend(faults)

    def of(self, method: str) -> Fault | None:
        """What happens to this call."""
        scripted = self._scripted[method.lower()]
        fault = scripted.popleft() if scripted else self._drawn(method)
        if fault:
            self.met[fault] += 1
        return fault

    def _drawn(self, method: str) -> Fault | None:
        self._calls[method.lower()] += 1
        if method.lower() in {spared.lower() for spared in self.faults.spared}:
            return None
        draw = Random(f"{self.faults.seed} {method.lower()} {self._calls[method.lower()]}").random()
        for fault in Fault:
            draw -= self.faults.chance(fault)
            if draw < 0:
                return fault
        return None

    def shuffled(self, batch: list[_Each]) -> list[_Each]:
        """A batch of updates with some doubled and some out of place."""
        doubled = [each for one in batch for each in [one] * (1 + (self._updates.random() < self.faults.duplicate))]
        for at in range(len(doubled) - 1):
            if self._updates.random() < self.faults.reorder:
                doubled[at], doubled[at + 1] = doubled[at + 1], doubled[at]
        return doubled
