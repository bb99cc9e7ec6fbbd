"""What a model may answer: the schema it is given, and the strict reading of what comes back."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StrictInt, StringConstraints, ValidationError

from bot.claims.model import Action, AttackType, ControlAction, Effect, Kind, Polarity

MOST_CLAIMS = 80  # of one answer
MOST_PEOPLE = 10**9
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=600)]
Number = Annotated[StrictInt, Field(ge=0, le=MOST_PEOPLE)]


class Unreadable(Exception):
    """The answer is not what was asked for."""


class Told(BaseModel):
    """One claim as the model tells it: nothing of it is believed before it is found in the text."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    kind: Kind
    quote: Words
    context: Words | None = None
    polarity: Polarity = Polarity.ASSERTED
    effect: Effect | None = None
    action: Action | None = None
    low: Number | None = None
    high: Number | None = None
    who: Words | None = None
    control: ControlAction | None = None
    attack: AttackType | None = None
    actor: Words | None = None
    object: Words | None = None


def schema() -> dict[str, Any]:
    """The JSON schema of an answer, in the strict dialect: every field is required, some may be null."""
    text, number = {"type": ["string", "null"]}, {"type": ["integer", "null"]}
    claim = {
        "kind": _one_of(Kind), "quote": {"type": "string"}, "context": text, "polarity": _one_of(Polarity),
        "effect": _one_of(Effect, lacking=True), "action": _one_of(Action, lacking=True),
        "low": number, "high": number, "who": text, "control": _one_of(ControlAction, lacking=True),
        "attack": _one_of(AttackType, lacking=True), "actor": text, "object": text,
    }  # fmt: skip
    return _object({"claims": {"type": "array", "items": _object(claim)}})


def read_answer(content: str) -> list[Told]:
    """The claims of an answer; those that do not fit the schema are left out. Raises Unreadable."""
    found = _parsed(content)
    claims = found.get("claims") if isinstance(found, dict) else None
    if not isinstance(claims, list):
        raise Unreadable
    told = (_told(claim) for claim in claims[:MOST_CLAIMS])
    return [one for one in told if one is not None]


def _parsed(content: str) -> Any:
    """Some servers put the object into a code fence: it is read from its first brace to its last."""
    try:
        return json.loads(content[content.find("{") : content.rfind("}") + 1])
    except (ValueError, RecursionError) as error:
        raise Unreadable from error


def _told(claim: Any) -> Told | None:
    try:
        return Told.model_validate(claim)
    except ValidationError:
        return None


def _one_of(words: type[StrEnum], *, lacking: bool = False) -> dict[str, Any]:
    values: list[str | None] = [word.value for word in words]
    return {"type": ["string", "null"], "enum": [*values, None]} if lacking else {"type": "string", "enum": values}


def _object(fields: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
