"""`nowwhat export` and `nowwhat import`: where it goes, what it says, and what it refuses."""

import json
import re
from pathlib import Path

import pytest
import vobject
from tests.end_to_end.answers import ACTION, BRIDGE, SESSIONS, lines_of
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.exports.test_jrnl import JRNL
from tests.plain.person import FrozenClock

from nowwhat.exports.reading import MOST_BYTES
from nowwhat.packs.filling import fill

KINDS = ("md", "json", "csv", "ics")
TAKING = WORDS.taking


@pytest.fixture
def one(inside: Inside) -> Inside:
    """Somebody with one insight, one action that is done, and one that is open with a time."""
    assert inside.session(typed=lines_of(BRIDGE)).status == 0
    inside.clock.later(days=1)
    assert inside.run("done", "--note", "easy").status == 0
    typed = [*lines_of(SESSIONS["two-minutes"][1])]
    assert inside.session("two-minutes", typed=typed).status == 0
    return inside


@pytest.fixture
def other(tmp_path: Path, still: FrozenClock) -> Inside:
    """Another machine of the same person."""
    return Inside(tmp_path / "other", still)


@pytest.mark.parametrize("kind", KINDS)
def test_an_export_is_said_or_written_and_is_the_same(
    one: Inside, tmp_path: Path, kind: str
) -> None:
    said = one.run("export", kind)
    assert said.status == 0
    file = tmp_path / "file"
    wrote = one.run("export", kind, "-o", str(file))
    assert (wrote.status, wrote.out) == (0, "")
    assert file.read_bytes().removeprefix(b"\xef\xbb\xbf") == said.raw
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.read_bytes().startswith(b"\xef\xbb\xbf") == (kind == "csv")
    assert one.run("export", kind, "-o", "-").raw == said.raw


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_journal_can_be_taken_along(inside: Inside, kind: str) -> None:
    ran = inside.run("export", kind)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out
    assert not inside.folder.exists()


def test_json_is_what_history_says(one: Inside) -> None:
    assert one.run("export", "json").raw == one.run("history", "--json").raw


def test_words_are_in_each_but_the_calendar(one: Inside) -> None:
    for kind in ("md", "json", "csv"):
        assert ACTION in one.run("export", kind).out


def test_a_calendar_shows_words_when_asked_to(inside: Inside) -> None:
    answers = [(step, "tomorrow at 18:00" if step == "when" else said) for step, said in BRIDGE]
    assert inside.session(typed=lines_of(BRIDGE)).status == 0
    inside.run("done")
    inside.clock.later(hours=1)
    later = [said for step, said in answers if step != "breath_helps"]
    assert inside.session(typed=later).status == 0
    neutral = inside.run("export", "ics")
    assert neutral.status == 0
    assert fill(TAKING.no_time, {"count": 1}) in neutral.err
    for _, said in answers:
        assert len(said) < 4 or said not in neutral.out
    event = vobject.readOne(neutral.out).vevent
    assert event.summary.value == WORDS.export.neutral
    assert event.dtstart.value.isoformat() == "2026-03-04T18:00:00+00:00"
    assert vobject.readOne(inside.run("export", "ics", "--show").out).vevent.summary.value == ACTION


def test_no_file_is_written_over_unless_force_is_said(one: Inside, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    ran = one.run("export", "json", "-o", str(file))
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert str(file) in ran.err
    assert file.read_text() == "mine"
    assert one.run("export", "json", "-o", str(file), "--force").status == 0
    assert json.loads(file.read_text())["format"] == 1


@pytest.mark.parametrize("args", [(), ("xml",), ("json", "-o", "/no/such/place"), ("json", "-o")])
def test_what_cannot_be_exported_is_told_in_one_line(one: Inside, args: tuple[str, ...]) -> None:
    ran = one.run("export", *args)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_a_calendar_is_utf8_whatever_the_output_is(one: Inside) -> None:
    one.run("park", "caf\u00e9 \u2192")
    for kind in ("md", "csv"):
        assert "caf\u00e9 \u2192".encode() in one.run("export", kind, encoding="latin-1").raw
    assert b"caf\\u00e9 \\u2192" in one.run("export", "json", encoding="latin-1").raw


# Bringing in


def test_a_journal_is_brought_back_exactly_and_twice_is_once(one: Inside, other: Inside) -> None:
    taken = one.run("export", "json")
    count = sum(len(rows) for rows in json.loads(taken.raw).values() if isinstance(rows, list))
    first = other.run("import", "-", typed=taken.raw)
    assert (first.status, first.err) == (0, "")
    assert first.out == fill(TAKING.brought, {"new": count, "known": 0}) + "\n"
    assert other.run("export", "json").raw == taken.raw
    before = other.journal()
    again = other.run("import", "-", typed=taken.raw)
    assert again.out == fill(TAKING.brought, {"new": 0, "known": count}) + "\n"
    assert other.journal() == before
    assert other.run("now", "--show").out == one.run("now", "--show").out


def test_a_journal_is_brought_into_one_that_has_other_entries(
    one: Inside, other: Inside, tmp_path: Path
) -> None:
    other.run("park", "here first")
    file = tmp_path / "journal.json"
    assert one.run("export", "json", "-o", str(file)).status == 0
    assert other.run("import", str(file)).status == 0
    texts = {insight["text"] for insight in other.history()["insights"]}
    assert texts == {"here first", *(i["text"] for i in one.history()["insights"])}


def test_a_jrnl_export_becomes_insights(inside: Inside, tmp_path: Path) -> None:
    file = tmp_path / "jrnl.json"
    file.write_bytes(JRNL)
    assert (
        inside.run("import", str(file)).out == fill(TAKING.brought, {"new": 2, "known": 0}) + "\n"
    )
    assert (
        inside.run("import", str(file)).out == fill(TAKING.brought, {"new": 0, "known": 2}) + "\n"
    )
    snow, called = inside.history()["insights"]
    assert (snow["text"], called["origin"]) == ("Snow.\n@work", "import")
    assert called["noted"] == {"at": "2026-07-01T18:05:00+01:00", "zone": "Europe/Dublin"}


def test_what_was_brought_in_is_no_loop_of_sessions(inside: Inside) -> None:
    entries = [{"title": f"t{n}", "date": "2026-01-01", "time": "10:00"} for n in range(5)]
    assert inside.run("import", "-", typed=json.dumps({"entries": entries}).encode()).status == 0
    assert WORDS.insight.loop not in inside.session(typed=lines_of(BRIDGE)).flat


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no journal"),
        (b"private words", "no journal"),
        (b'{"private words": 1}', "neither"),
        (b'{"format": 99}', "format 99"),
        (b'{"format": 1, "insights": [{"id": "i", "text": "private words"}]}', r"\$.insights\[0\]"),
        ("private words".encode("utf-16"), "not UTF-8"),
        (b'{"format": 1}' + b" " * MOST_BYTES, "larger than 64 MB"),
    ],
)
def test_what_cannot_be_brought_in_changes_nothing(one: Inside, data: bytes, said: str) -> None:
    before = one.journal()
    ran = one.run("import", "-", typed=data)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert re.search(said, ran.err)
    assert "private words" not in ran.err
    assert one.journal() == before


@pytest.mark.parametrize("name", ["none", ".", "a\x00b", ""])
def test_a_file_that_cannot_be_read_is_told_of(inside: Inside, tmp_path: Path, name: str) -> None:
    ran = inside.run("import", f"{tmp_path}/{name}")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert not inside.folder.exists()
