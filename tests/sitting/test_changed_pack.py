"""A draft goes on in a pack that was changed since: by a renamed pattern, a renamed door."""

import shutil
from pathlib import Path

from tests.end_to_end.inside import Inside

from nowwhat.packs.sources import content_root

TO_PAUSE = ("I always put calls off", "5", "not sure")


def changed(folder: Path, *renamed: tuple[str, str]) -> Path:
    content = folder / "content"
    shutil.copytree(content_root(), content)
    for file in content.rglob("*.toml"):
        text = file.read_text(encoding="utf-8")
        for old, new in renamed:
            text = text.replace(f'"{old}"', f'"{new}"')
        file.write_text(text, encoding="utf-8")
    return content


def test_a_breathing_that_was_renamed_is_still_led(inside: Inside, tmp_path: Path) -> None:
    assert inside.session(typed=TO_PAUSE).status == 3
    content = changed(tmp_path, ("extended-exhale", "long-out"))
    ran = inside.session(
        "--content", str(content), typed=["1", "breathe with a timer", "", "", "4"]
    )
    assert (ran.status, ran.err) == (3, "")
    assert "In, 5.5" in ran.out  # the next one that the step names


def test_a_door_that_was_renamed_has_no_starters_and_opens(inside: Inside, tmp_path: Path) -> None:
    answers = (*TO_PAUSE, "go on", "let in some joy")
    assert inside.session(typed=answers).status == 3
    content = changed(tmp_path, ("joy", "delight"))
    ran = inside.session("--content", str(content), typed=["1", "Sing one verse in the kitchen"])
    assert (ran.status, ran.err) == (3, "")
    assert "When will you do it" in ran.flat
