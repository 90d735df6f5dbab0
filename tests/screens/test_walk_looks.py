"""How a walk and its notes look: contrast, feet, large letters, the setting of a page."""

import pytest
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.screens.focusing import Frame
from tests.screens.living import Guest
from tests.screens.looking import SHAPE, TEXT, cells_of
from tests.screens.projecting import NOTES, WALK, project

from nowwhat.app import Terminal
from nowwhat.group.walking import Walking
from nowwhat.screens.group.page import Page, Room, lay_out
from nowwhat.sitting.showing import Face
from nowwhat.widgets.letters import GLYPHS


@pytest.mark.parametrize("notes", [False, True], ids=["projector", "notes"])
@pytest.mark.parametrize("light", [False, True], ids=["dark", "light"])
def test_everything_drawn_stands_out(inside: Inside, notes: bool, light: bool) -> None:
    frames: list[Frame] = []

    async def living(guest: Guest, walking: Walking) -> None:
        while not walking.walk.pace.over:
            if walking.walk.breathing is None:  # an empty disc is seen by its word and its fill
                frames.append(cells_of(guest.strips))
            await guest.press("space")
        frames.append(cells_of(guest.strips))

    project(inside, living, notes=notes, terminal=Terminal(light=light))
    cells = [cell for frame in frames for row in frame for cell in row if not cell.char.isspace()]
    assert len(cells) > 1000
    assert [c for c in cells if c.contrast < (SHAPE if c.is_shape else TEXT)] == []


@pytest.mark.parametrize("notes", [False, True], ids=["projector", "notes"])
def test_f1_tells_the_keys_and_every_binding_has_a_name(inside: Inside, notes: bool) -> None:
    async def living(guest: Guest, walking: Walking) -> None:
        place = guest.screen
        assert all(getattr(b, "id", "") for cls in type(place).__mro__ for b in _bindings(cls))
        for words in (WORDS.footing.care, WALK.next, WALK.back, WALK.blank):
            assert words in guest.foot
        await guest.resize(60, 20)
        last = WORDS.footing.leave_quickly if notes else WALK.blank
        assert guest.foot.rstrip().endswith(last)
        await guest.press("f1")
        assert guest.sees(WALK.key_hands)
        assert guest.sees(NOTES.key_leave if notes else WALK.key_leave)
        assert guest.sees(WORDS.keys.leave_quickly) == notes
        await guest.press("escape")
        assert guest.screen is place

    project(inside, living, notes=notes)


def _bindings(cls: type) -> list[object]:
    return list(cls.__dict__.get("BINDINGS", [])) if cls.__module__.startswith("nowwhat") else []


def test_a_page_is_as_large_as_there_is_room() -> None:
    face = Face(ask="What have you understood?", hint="A sentence.")
    sizes = [lay_out(face, Room(72, rows)).size for rows in (30, 11, 6, 3, 1)]
    assert sizes == ["wide", "wide", "narrow", "small", "small"]


def test_what_no_letter_can_draw_is_written() -> None:
    page = lay_out(Face(ask="Что вы поняли?"), Room(100, 40))
    assert page == Page("", "", "Что вы поняли?", "small", (), airy=True, after="", hint="")


@pytest.mark.parametrize("letter", GLYPHS)
def test_each_letter_is_drawn_within_its_lines(letter: str) -> None:
    top, rows = GLYPHS[letter]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert set("".join(rows)) <= {"#", "."}
    assert top >= 0
    assert top + len(rows) <= 8
    assert "#" in "".join(rows)


def test_no_two_letters_look_alike() -> None:
    alike: dict[object, list[str]] = {}
    for letter, looks in GLYPHS.items():
        alike.setdefault(looks, []).append(letter)
    found = {"".join(letters) for letters in alike.values() if len(letters) > 1}
    assert found == {"'\N{RIGHT SINGLE QUOTATION MARK}"}
