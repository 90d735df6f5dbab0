"""Every screen as a picture: what it looks like is kept, and a change of it is seen."""

import re
from pathlib import Path

import pytest
from tests.end_to_end.inside import Inside
from tests.pictures import (
    answering,
    crossing,
    front_door,
    leading,
    ledger,
    looking_back,
    pausing,
    refuge,
    rooming,
    rooms,
)
from tests.pictures.album import FOLDER, HOW, LOOKS, compare, file_of, take

ROOMS = (
    front_door,
    crossing,
    pausing,
    answering,
    looking_back,
    ledger,
    refuge,
    leading,
    rooming,
    rooms,
)
WALKS = {name: walk for room in ROOMS for name, walk in room.WALKS.items()}
TAKEN = [(name, look) for name, walk in WALKS.items() for look in LOOKS if walk.kept_in(look)]


@pytest.mark.parametrize(("name", "look"), TAKEN)
def test_the_screens_look_as_in_their_pictures(name: str, look: str, inside: Inside) -> None:
    compare(take(WALKS[name], look, inside))


def test_every_picture_that_is_kept_is_taken_on_a_walk() -> None:
    taken = {
        file_of(name, look)
        for walk in WALKS.values()
        for look in LOOKS
        for name in walk.kept_in(look)
    }
    assert {path.name for path in FOLDER.glob("*.svg")} == taken


def test_the_pictures_that_the_readme_shows_are_there() -> None:
    text = (FOLDER.parents[1] / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text)
    assert len(shown) > 5
    assert all((FOLDER.parents[1] / path).is_file() for path in shown)


def test_no_picture_has_a_name_twice() -> None:
    names = [name for walk in WALKS.values() for name in walk.pictures]
    assert len(names) == len(set(names))
    assert all(
        set(walk.kept_in(look)) <= set(walk.pictures) for walk in WALKS.values() for look in LOOKS
    )


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.svg")), ids=lambda path: path.stem)
def test_a_picture_names_no_address_and_no_place_on_this_machine(path: Path) -> None:
    drawn = path.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert "://" not in drawn
    assert "@font-face" not in drawn
    assert "url(" not in drawn
    assert not re.search(r"/(home|root|tmp|work|Users|var)\b", drawn)


def test_a_changed_screen_is_told_of_in_words_with_how_to_take_its_picture_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NOWWHAT_REWRITE", raising=False)
    kept = (FOLDER / "commit.svg").read_text(encoding="utf-8")
    compare({"commit.svg": kept})
    with pytest.raises(pytest.fail.Exception) as failed:
        compare({"commit.svg": kept.replace("I will", "I might")})
    assert HOW in str(failed.value)
    assert "+I might" in str(failed.value)
    assert (FOLDER / "commit.svg").read_text(encoding="utf-8") == kept
