"""The ledger on the screen: scrolled, searched, filtered, opened, mended, deleted."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.screens.sitting_down import Seated, desk_of, sit_down
from tests.sitting.a_while import HELLO, a_while, at, whole
from textual.strip import Strip

from nowwhat.app import Entrance, NowWhat, Terminal
from nowwhat.exports.kinds import KINDS
from nowwhat.screens.home import Home
from nowwhat.screens.ledger import Ledger
from nowwhat.screens.parts import Parts
from nowwhat.screens.session import SessionScreen
from nowwhat.session.records import Batch, Insight
from nowwhat.widgets.banks import Banks

SENTINEL = "one waved from the other side"
ENTRANCE = Entrance("ledger", "bridge")


@pytest.fixture
def kept(inside: Inside) -> Inside:
    """Somebody with a while in their journal, on the evening of the ninth of March."""
    inside.clock.at = at(9, 20).at
    inside.run("where").around.journal.record(whole(a_while()))
    return inside


def rows(seated: Seated) -> list[str]:
    """What is drawn of the rows in view, without what surrounds it."""
    banks = seated.app.screen.query_one(Banks)
    drawn = (banks.render_line(y).text for y in range(banks.size.height))
    return [line for line in drawn if line.replace("▐", "").replace("▌", "").strip(" ~")]


def look(inside: Inside, live: Callable[[Seated], Awaitable[None]]) -> None:
    sit_down(inside, ENTRANCE, live)


def test_both_banks_are_drawn_with_planks_between(kept: Inside) -> None:
    async def live(seated: Seated) -> None:
        drawn = rows(seated)
        assert len(drawn) == 13
        assert "send the form" in drawn[0]
        hello = [line for line in drawn if HELLO[:20] in line]
        assert len(hello) == 6
        assert all("━━━━━" in line for line in hello)
        assert [line for line in hello if "I can stay" in line] == hello[-1:]
        await seated.press("escape")

    look(kept, live)


def test_letters_search_at_once_and_escape_lets_go_of_the_search_first(kept: Inside) -> None:
    async def live(seated: Seated) -> None:
        await seated.press(*"clin")
        assert len(rows(seated)) == 1
        await seated.press("backspace", *"q")
        assert rows(seated) == []
        assert WORDS.ledger.none_found in seated.said
        await seated.press("escape")
        assert len(rows(seated)) == 13
        assert isinstance(seated.app.screen, Ledger)
        await seated.press("escape")
        assert seated.app.return_value is not None

    look(kept, live)


def test_what_is_pasted_is_searched_for(kept: Inside) -> None:
    async def live(seated: Seated) -> None:
        from textual.events import Paste  # noqa: PLC0415 - only here

        seated.app.screen.query_one(Banks).post_message(Paste("ten\narticles"))
        await seated.settle()
        assert len(rows(seated)) == 1
        await seated.press("escape", "escape")

    look(kept, live)


@pytest.mark.parametrize(
    ("keys", "count"), [(["2"], 1), (["3"], 8), (["right", "right", "right"], 1), (["left"], 1)]
)
def test_digits_and_arrows_filter(kept: Inside, keys: list[str], count: int) -> None:
    async def live(seated: Seated) -> None:
        await seated.press(*keys)
        assert len(rows(seated)) == count
        await seated.press("1")
        assert len(rows(seated)) == 13
        await seated.press("escape")

    look(kept, live)


def test_a_digit_behind_other_letters_is_searched_for(kept: Inside) -> None:
    async def live(seated: Seated) -> None:
        await seated.press(*"at", "space", "9")
        assert ["send the form" in line for line in rows(seated)] == [True]
        await seated.press("escape", "escape")

    look(kept, live)


def test_an_entry_is_opened_whole_and_one_comes_back_to_where_one_was(kept: Inside) -> None:
    async def live(seated: Seated) -> None:
        await seated.press("3", "down", "enter")
        assert isinstance(seated.app.screen, Parts)
        assert "walk past the room" in seated.said
        await seated.press("escape")
        screen = seated.app.screen
        assert isinstance(screen, Ledger)
        assert (screen.view.only, screen.view.at) == ("tried", 1)
        await seated.press("escape")

    look(kept, live)


def test_a_curve_is_drawn_with_its_words_below(kept: Inside) -> None:
    async def live(seated: Seated) -> None:
        await seated.press(*"hello", "enter")
        assert seated.app.screen.query("#plot")
        assert "At its most: 7, 8, 6, 7, 5, 4." in seated.said
        assert WORDS.curve.plot_most in seated.said
        await seated.press("escape", "escape", "escape")

    look(kept, live)


def test_no_curve_is_drawn_of_a_thing_done_once(kept: Inside) -> None:
    async def live(seated: Seated) -> None:
        await seated.press(*"walk", "down", "enter")
        assert not seated.app.screen.query("#plot")
        await seated.press("escape", "escape", "escape")

    look(kept, live)


def test_a_typo_is_mended_and_found_again(kept: Inside) -> None:
    async def live(seated: Seated) -> None:
        await seated.press(*"form", "enter")
        await seated.choose(WORDS.edit.mend)
        await seated.press("enter")
        await seated.write("send the green form")
        assert WORDS.edit.mended in seated.said
        assert "send the green form" in seated.said
        await seated.press("escape", "escape", "escape")

    look(kept, live)
    assert kept.history()["actions"][-1]["text"] == "send the green form"


def test_what_could_hurt_is_not_mended_in(kept: Inside) -> None:
    async def live(seated: Seated) -> None:
        await seated.press(*"form", "enter")
        await seated.choose(WORDS.edit.mend)
        await seated.press("enter")
        await seated.write("punch my brother tonight")
        for _ in range(8):
            if isinstance(seated.app.screen, Parts):
                break
            await seated.press("escape")  # care is in front where a call for help was heard
        assert WORDS.edit.not_safe in seated.said
        await seated.press("escape", "escape", "escape")

    look(kept, live)
    assert kept.history()["actions"][-1]["text"] == "send the form"


def test_deleting_says_what_goes_and_asks_once(kept: Inside) -> None:
    async def live(seated: Seated) -> None:
        await seated.press(*"hello", "space", *"back", "enter")
        await seated.choose(WORDS.edit.delete)
        await seated.choose(WORDS.edit.delete_action)
        assert "actions 1, check-ins 1" in seated.said
        await seated.press("enter")
        assert isinstance(seated.app.screen, Parts), "what is marked first keeps it"
        await seated.choose(WORDS.edit.delete)
        await seated.choose(WORDS.edit.delete_action)
        await seated.choose(WORDS.edit.sure_yes)
        assert isinstance(seated.app.screen, Ledger)
        await seated.press("escape", "escape")

    look(kept, live)
    assert "hello back" not in str(kept.history())
    assert len(kept.history()["actions"]) == 10


def test_everything_is_deleted_for_good(kept: Inside) -> None:
    async def live(seated: Seated) -> None:
        await seated.press("f7")
        await seated.choose(WORDS.ledger.delete_all)
        assert "insights 4" in seated.said
        await seated.choose(WORDS.edit.sure_yes)
        assert WORDS.edit.deleted in seated.said
        assert rows(seated) == []
        await seated.press("escape")

    kept.run("where").around.journal.record(
        Batch(insights=(Insight("i-more", SENTINEL, at(9, 19)),))
    )
    look(kept, live)
    left = b"".join(path.read_bytes() for path in kept.folder.rglob("*") if path.is_file())
    assert SENTINEL.encode() not in left
    assert HELLO.encode() not in left


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_taken_along_into_a_file(kept: Inside, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"taken.{kind}"

    async def live(seated: Seated) -> None:
        await seated.press("f7")
        await seated.choose(WORDS.ledger.take)
        await seated.choose(getattr(WORDS.ledger, f"take_{kind}"))
        await seated.write(str(path))
        assert f"Saved: {path}".replace("\n", "") in seated.said
        await seated.press("escape")

    look(kept, live)
    assert HELLO in path.read_text("utf-8") or kind == "ics", "a calendar has neutral titles"
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_there_is_never_written_over(kept: Inside, tmp_path: Path) -> None:
    path = tmp_path / "taken.md"
    path.write_text("mine")

    async def live(seated: Seated) -> None:
        await seated.press("f7")
        await seated.choose(WORDS.ledger.take)
        await seated.choose(WORDS.ledger.take_md)
        await seated.write(str(path))
        assert "there is a file of this name" in seated.said
        await seated.press("escape", "escape")

    look(kept, live)
    assert path.read_text() == "mine"


def test_a_rung_is_added_with_its_rating(kept: Inside) -> None:
    async def live(seated: Seated) -> None:
        await seated.press("6", "enter")
        await seated.choose(WORDS.edit.add_rung)
        await seated.write("Open the door for a minute")
        await seated.write("eleven")
        assert WORDS.stage.number_needed in seated.said
        await seated.write("3")
        assert WORDS.edit.rung_added in seated.said
        assert "3  Open the door for a minute" in seated.said
        await seated.press("escape", "escape")

    look(kept, live)
    assert kept.history()["rungs"][-1]["discomfort"] == 3


def test_a_week_is_looked_back_on_and_those_before(kept: Inside) -> None:
    async def live(seated: Seated) -> None:
        await seated.press("f7", "enter")
        assert "03 March 2026 to 09 March 2026" in seated.said
        assert f"{HELLO} (5 times)" in seated.said
        await seated.choose(WORDS.looking.earlier)
        assert "24 February 2026 to 02 March 2026" in seated.said
        await seated.choose(WORDS.looking.later)
        assert "09 March 2026" in seated.said
        await seated.press("escape", "escape")

    look(kept, live)


def test_a_ladder_is_begun_from_the_ledger(kept: Inside) -> None:
    async def live(seated: Seated) -> None:
        await seated.press("f7")
        await seated.choose(WORDS.ledger.make_ladder)
        assert isinstance(seated.app.screen, SessionScreen)
        assert seated.step == "top"
        await seated.press("f8")

    look(kept, live)


def test_home_leads_to_the_ledger_and_back(kept: Inside) -> None:
    async def live(seated: Seated) -> None:
        await seated.choose(WORDS.front.ledger)
        assert seated.app.screen.query(Banks)
        await seated.press("escape")
        assert isinstance(seated.app.screen, Home)
        await seated.press("escape")

    sit_down(kept, Entrance("home", "bridge"), live)


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
def test_every_word_of_the_head_is_in_view_at_every_size(
    kept: Inside, size: tuple[int, int]
) -> None:
    async def go() -> None:
        app = NowWhat(desk_of(kept), ENTRANCE, terminal=Terminal(still=True))
        async with app.run_test(size=size) as pilot:
            seated = Seated(app, pilot)
            await seated.settle()
            svg = app.export_screenshot().replace("&#160;", " ")
            for words in (WORDS.ledger.ladders, WORDS.ledger.left, WORDS.ledger.right):
                assert words in svg
            assert len(rows(seated)) >= 8
            await seated.press("end", "enter")
            assert "call the clinic" in seated.said
            await seated.press("escape", "escape")
        assert not app.failed, app.sentence

    asyncio.run(go())


def test_ten_years_are_drawn_by_the_rows_in_view(
    kept: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = tuple(
        Insight(f"i{n:05}", f"thought number {n}", at(1 + n % 28, 12, 1 + n % 12))
        for n in range(4000)
    )
    kept.run("where").around.journal.record(Batch(insights=many))
    drawn: list[int] = []
    draw = Banks.render_line

    def counted(banks: Banks, y: int) -> Strip:
        drawn.append(y)
        return draw(banks, y)

    monkeypatch.setattr(Banks, "render_line", counted)

    async def live(seated: Seated) -> None:
        banks = seated.app.screen.query_one(Banks)
        await seated.press("end")
        assert banks.at == 4012
        await seated.press(*("space" if c == " " else c for c in "number 3999"))
        assert len(rows(seated)) == 1
        await seated.press("escape", "escape")

    look(kept, live)
    assert len(drawn) < 4000
