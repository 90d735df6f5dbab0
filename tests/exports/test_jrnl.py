"""A jrnl export becomes insights: titles, bodies, tags; in whatever zone it is brought in again."""

import json
from datetime import UTC, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from nowwhat.exports.bringing import brought
from nowwhat.exports.reading import ImportRefusedError
from nowwhat.session.records import Batch

# As `jrnl --format json` writes it (jrnl 4): the title is the first sentence, and tags stand in
# the words; one that came from Day One has its tags beside them.
JRNL = json.dumps(
    {
        "tags": {"@sister": 2, "@work": 1},
        "entries": [
            {
                "title": "Called @sister today.",
                "body": "She was kind.\n\n- it took ten minutes",
                "date": "2026-07-01",
                "time": "18:05",
                "tags": ["@sister"],
                "starred": False,
            },
            {
                "title": "Snow.",
                "body": "",
                "date": "2026-01-15",
                "time": "07:30",
                "tags": ["@work"],
                "starred": True,
                "uuid": "4F8B",
                "creator": {"device_agent": "x"},
            },
        ],
    }
).encode()
DUBLIN = ZoneInfo("Europe/Dublin")


def read(data: bytes, name: str = "Europe/Dublin") -> Batch:
    return brought(data, ZoneInfo(name), name)


def entries(*each: dict[str, object]) -> bytes:
    usual = {"title": "t", "date": "2026-01-15", "time": "07:30"}
    return json.dumps({"entries": [{**usual, **entry} for entry in each]}).encode()


def test_titles_bodies_and_tags_become_words() -> None:
    called, snow = read(JRNL).insights
    assert called.text == "Called @sister today.\nShe was kind.\n\n- it took ten minutes"
    assert snow.text == "Snow.\n@work"
    assert {called.origin, snow.origin} == {"import"}
    assert called.session == ""


def test_a_time_without_a_zone_is_of_the_zone_where_it_is_brought_in() -> None:
    called, snow = read(JRNL).insights
    assert called.noted.at.isoformat() == "2026-07-01T18:05:00+01:00"
    assert snow.noted.at.isoformat() == "2026-01-15T07:30:00+00:00"
    assert called.noted.zone == "Europe/Dublin"
    fixed = brought(JRNL, timezone(timedelta(hours=2)), "UTC+02:00").insights[0]
    assert fixed.noted.at.utcoffset() == timedelta(hours=2)


def test_the_same_entry_is_the_same_record_wherever_and_whenever_it_is_brought_in() -> None:
    ids = {insight.id for insight in read(JRNL).insights}
    assert ids == {insight.id for insight in read(JRNL, "Asia/Tokyo").insights}
    later = json.loads(JRNL)
    later["entries"].insert(0, {"title": "New.", "date": "2025-01-01", "time": "00:00"})
    assert ids < {insight.id for insight in read(json.dumps(later).encode()).insights}


def test_entries_of_one_minute_are_parted_and_an_entry_twice_is_once() -> None:
    many: list[dict[str, object]] = [{"title": f"entry {number}"} for number in range(2000)]
    insights = read(entries(*many, *many)).insights
    assert len({insight.id for insight in insights}) == 2000
    assert {insight.text for insight in insights} == {entry["title"] for entry in many}


def test_an_entry_without_words_is_none() -> None:
    assert read(entries({"title": " ", "body": "\n"})) == Batch()
    assert read(entries({"title": "", "body": "only this"})).insights[0].text == "only this"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (entries({"title": None}), r"at \$.entries\[0\].title"),
        (entries({}, {"date": "15.1.2026"}), r"at \$.entries\[1\].date"),
        (entries({"date": "0001-01-01"}), r"at \$.entries\[0\].date"),
        (entries({"time": "25:00"}), r"at \$.entries\[0\].date"),
        (b'{"entries": 5}', r"at \$.entries"),
        (b'{"entries": [5]}', r"at \$.entries\[0\]"),
        (b'{"tags": {}}', "neither a journal of nowwhat's nor of jrnl's"),
        (b"[]", "no journal"),
        (b"", "no journal"),
        (b"dear diary", "no journal"),
        (JRNL.decode().encode("utf-16"), "not UTF-8 .at byte 0"),
        (b'{"entries": [{"title": "caf\xe9"}]}', "not UTF-8 .at byte 27"),
    ],
)
def test_what_is_no_export_of_jrnls_is_refused_with_its_place(data: bytes, said: str) -> None:
    with pytest.raises(ImportRefusedError, match=said):
        brought(data, UTC, "UTC")


def test_a_byte_order_mark_is_no_fault() -> None:
    assert read(b"\xef\xbb\xbf" + JRNL) == read(JRNL)


def test_a_journal_of_nowwhats_is_known_by_its_format() -> None:
    assert brought(b'{"format": 1, "entries": []}', DUBLIN, "Europe/Dublin") == Batch()
