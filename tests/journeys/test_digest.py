from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.journeys.office import Office

NewOffice = Callable[..., Awaitable[Office]]


def digests(office: Office) -> list[str]:
    return [message.text for message in office.group.from_bot if message.text.startswith("🗞 Digest of")]


def forward_to(office: Office, hour: int, zone: str = "UTC", minute: int = 0) -> datetime:
    """Moves the clock to the next such hour in a time zone; the moment that it shows then."""
    local = office.clock().astimezone(ZoneInfo(zone))
    then = local.replace(hour=hour, minute=minute, second=0, microsecond=0)
    while then <= local:
        then += timedelta(days=1)
    office.clock.forward(seconds=(then.astimezone(UTC) - local.astimezone(UTC)).total_seconds())
    return then


async def test_the_digest_now_tells_what_changed_what_was_reported_and_what_waits(office: Office):
    first, _ = await office.hands_in_deaths(12, 30)
    await office.all_press(first, "Verify", office.bosco, office.chiara, office.dawit)
    told = await office.asks(office.bosco, "/digest now", "🗞 Digest of")

    changed, tolls, waits = (
        told.text.index(words) for words in ("What changed", "Tolls as reported", "Waiting longest")
    )
    assert changed < tolls < waits
    assert "C-1 · pending → verified" in told.text
    assert "3 verify, 0 dispute" in told.text
    assert "C-2 · pending" in told.text
    assert "0 answered, 3 needed" in told.text


async def test_a_digest_of_an_empty_day_says_so(office: Office):
    told = await office.asks(office.bosco, "/digest now", "🗞 Digest of")

    assert "Nothing changed, nothing was reported, and nothing waits." in told.text


async def test_the_daily_digest_comes_at_the_desks_local_hour_once(office: Office):
    await office.asks(office.amal, "/setup zone=Asia/Kabul digest=08:00", "Asia/Kabul")
    await office.hands_in_deaths(12)
    before = forward_to(office, 7, "Asia/Kabul", 58)
    await office.rests(quiet=0.5)
    assert digests(office) == []

    office.clock.forward(minutes=3)
    (digest,) = await office.until(lambda: digests(office))
    assert digest.startswith(f"🗞 Digest of {before.day} {before:%B %Y}")
    office.clock.forward(hours=3)
    await office.rests(quiet=0.5)
    assert len(digests(office)) == 1


async def test_the_daily_digest_is_not_repeated_after_a_restart(office: Office):
    forward_to(office, 8)
    await office.until(lambda: digests(office))
    for _ in range(2):
        await office.close()
        await office.open()
        await office.rests(quiet=0.5)
    assert len(digests(office)) == 1

    forward_to(office, 8)
    await office.until(lambda: len(digests(office)) == 2)


async def test_a_digest_that_came_due_while_the_bot_was_away_comes_late(office: Office):
    await office.close()
    forward_to(office, 11)
    await office.open()

    await office.until(lambda: len(digests(office)) == 1)


async def test_the_hour_is_changed_and_switched_off_by_a_lead(office: Office):
    assert "Daily digest: 09:30" in (await office.asks(office.amal, "/digest 9:30", "Daily digest")).text
    await office.asks(office.bosco, "/digest off", "Only a lead")
    assert "Daily digest: off" in (await office.asks(office.amal, "/digest off", "Daily digest")).text
    forward_to(office, 10)
    await office.rests(quiet=0.5)

    assert digests(office) == []


async def test_a_desk_that_was_set_up_after_the_hour_gets_its_first_digest_tomorrow(office: Office):
    await office.rests(quiet=0.5)
    assert digests(office) == []
    forward_to(office, 8)

    await office.until(lambda: len(digests(office)) == 1)


async def test_the_digest_asked_for_by_hand_does_not_stand_in_for_the_daily_one(office: Office):
    await office.asks(office.amal, "/digest now", "🗞 Digest of")
    forward_to(office, 8)

    await office.until(lambda: len(digests(office)) == 2)


async def test_the_next_digest_tells_only_what_happened_since_the_last(office: Office):
    (card,) = await office.hands_in_deaths(12)
    await office.all_press(card, "Verify", office.bosco, office.chiara, office.dawit)
    await office.until(lambda: "verified" in card.text)
    forward_to(office, 8)
    await office.until(lambda: len(digests(office)) == 1)
    assert "C-1 · pending → verified" in digests(office)[0]
    forward_to(office, 8)
    await office.until(lambda: len(digests(office)) == 2)

    assert "C-1" not in digests(office)[1]


async def test_the_digest_in_private_is_that_of_ones_desk(office: Office):
    await office.hands_in_deaths(12)
    told = await office.asks(office.bosco, "/digest", "🗞 Digest of", office.bosco.private)

    assert "C-1" in told.text


async def test_a_toll_in_the_digest_has_its_speaker_and_status_and_what_is_disputed_counts_no_more(office: Office):
    _, second = await office.hands_in_deaths(12, 30)
    await office.all_press(second, "Dispute", office.bosco, office.chiara, office.dawit)
    await office.until(lambda: "disputed" in second.text)
    told = await office.asks(office.bosco, "/digest now", "Tolls as reported")

    lines = [line for line in told.text.splitlines() if line.startswith("· ") and "killed" in line]
    assert [("12 or more civilians killed" in line, "C-1, pending" in line) for line in lines] == [(True, True)]
    assert "C-2 · pending → disputed" in told.text
    assert "42" not in told.text


async def test_a_change_of_the_hour_loses_nothing_of_what_the_next_digest_tells(office: Office):
    forward_to(office, 8)
    await office.until(lambda: len(digests(office)) == 1)
    (card,) = await office.hands_in_deaths(12)
    await office.all_press(card, "Verify", office.bosco, office.chiara, office.dawit)
    await office.until(lambda: "verified" in card.text)
    forward_to(office, 7)
    await office.asks(office.amal, "/digest 06:00", "Daily digest: 06:00")
    await office.rests(quiet=0.5)
    assert len(digests(office)) == 1

    forward_to(office, 6)
    await office.until(lambda: len(digests(office)) == 2)
    assert "C-1 · pending → verified" in digests(office)[1]


async def test_other_settings_leave_the_digest_of_the_day_alone(office: Office):
    await office.close()
    forward_to(office, 9)
    await office.amal.says(office.group, "/setup quorum=2")
    await office.open()

    await office.until(lambda: len(digests(office)) == 1)
