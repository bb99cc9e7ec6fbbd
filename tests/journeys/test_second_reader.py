from __future__ import annotations

from collections.abc import Callable

from tests.journeys.office import REPORT, Office, plain
from tests.second_reader.model import Manner, Model, answering, deaths, with_claims

SOULS = "The night claimed nine more souls in Karukh on Wednesday, the mayor said."
ADDED = deaths("claimed nine more souls", 9, 9, who="souls")


async def _with_a_model(new_office: Callable[..., Office], *manners: Manner) -> str:
    """The report of a bot whose second reader has these manners."""
    async with Model(list(manners)) as model:
        office: Office = await new_office()  # type: ignore[misc]
        await office.close()
        office.settings = office.settings.model_copy(update={"llm_url": model.url, "llm_model": "reader-1"})
        await office.open()
        await office.set_up()
        answer = await office.asks(office.amal, f"/add {REPORT} {SOULS}", "before the desk")
        await office.rests(quiet=0.3)
        cards = " ".join(plain(card.text) for card in office.cards())
        await office.close()
        return f"{plain(answer.text)} {cards}"


async def test_what_a_second_reader_adds_comes_before_the_desk(new_office: Callable[..., Office]) -> None:
    told = await _with_a_model(new_office, with_claims(ADDED))
    assert "Found 3 claims" in told
    assert "The second reader added 1 of them" in told
    assert "“claimed nine more souls”" in told


async def test_a_second_reader_that_fails_takes_nothing_away(new_office: Callable[..., Office]) -> None:
    told = await _with_a_model(new_office, answering(401, b"canary"))
    assert "Found 2 claims" in told
    assert "The second reader did not answer" in told
    assert "canary" not in told
