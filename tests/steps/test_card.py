"""The card: what stands on it, and each way to take it along."""

from base64 import b64decode
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from tests.end_to_end.answers import ACTION, BRIDGE, WHEN
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.screens.living import Guest, at

from nowwhat.app import Parting

CARD = WORDS.carry
LINES = [ACTION, f"When: {WHEN}", "If: I feel too tired. Then: I wash one fork"]


def at_card(inside: Inside, living: Callable[[Guest], Awaitable[None]]) -> Parting | None:
    """Live at the card of a session."""

    async def there(guest: Guest) -> None:
        await guest.press("2", "enter")
        assert guest.step == "card"
        await living(guest)

    return at(inside, "start", there)


def test_it_shows_the_plan_and_the_bridge_and_lays_no_plank_yet(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        for line in LINES:
            assert guest.sees(line), line
        assert guest.sees(WORDS.card.plank_none)
        deck = next(row for row in guest.rows if "▁▂▃▄" in row)
        assert "━" not in deck
        assert guest.marked == CARD.done

    at_card(inside, living)


def test_done_ends_the_session_and_leaves_nothing_behind(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("enter")

    parting = at_card(inside, living)
    assert parting is not None
    assert parting.status == 0
    assert not any(ACTION in line for line in parting.lines)
    assert inside.drafts() == []


def test_a_copy_goes_to_the_clipboard_by_osc_52(
    inside: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []

    async def living(guest: Guest) -> None:
        driver = guest.app._driver
        assert driver is not None
        monkeypatch.setattr(driver, "write", written.append)
        await guest.press("2", "enter")
        assert guest.sees(CARD.copied)

    at_card(inside, living)
    (said,) = (each for each in written if each.startswith("\x1b]52;c;"))
    copied = b64decode(said.removeprefix("\x1b]52;c;").rstrip("\a\x1b\\")).decode()
    assert copied.splitlines()[:3] == LINES


def test_it_is_saved_as_markdown_where_the_person_says(inside: Inside, tmp_path: Path) -> None:
    file = tmp_path / "card.md"

    async def living(guest: Guest) -> None:
        await guest.choose(CARD.save)
        assert guest.sees(CARD.save_ask)
        await guest.write(str(file))
        assert guest.step == "card"
        assert guest.sees(CARD.saved.partition("{")[0])

    at_card(inside, living)
    text = file.read_text()
    assert text.startswith("#")
    assert all(line in text for line in LINES)
    assert file.stat().st_mode & 0o777 == 0o600


def test_nothing_is_written_over(inside: Inside, tmp_path: Path) -> None:
    file = tmp_path / "mine.md"
    file.write_text("mine")

    async def living(guest: Guest) -> None:
        await guest.choose(CARD.save)
        await guest.write(str(file))
        assert guest.place == "Writing"
        assert guest.sees(CARD.not_saved.partition("{")[0])
        await guest.press("escape")
        assert guest.step == "card"

    at_card(inside, living)
    assert file.read_text() == "mine"


@pytest.mark.parametrize(("times", "stays"), [(1, True), (2, False)])
def test_it_stays_in_the_terminal_only_if_chosen(
    inside: Inside, times: int, *, stays: bool
) -> None:
    async def living(guest: Guest) -> None:
        for _ in range(times):
            await guest.press("4", "enter")
        assert guest.sees(CARD.stays) is stays
        await guest.press("1", "enter")

    parting = at_card(inside, living)
    assert parting is not None
    assert any(ACTION in line for line in parting.lines) is stays


def test_what_was_done_now_lies_as_a_plank(inside: Inside) -> None:
    now = (*BRIDGE[:-1], ("start", "now"), ("do", "done"))

    async def living(guest: Guest) -> None:
        await guest.press("1", "enter")
        assert guest.sees(WORDS.card.plank_one)
        deck = next(row for row in guest.rows if "▁▂▃▄" in row)
        assert deck.count("━ ") == 1

    at(inside, "do", living, answers=now)
