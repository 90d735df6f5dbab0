"""A whole hour in a room, by real clients at terminals, at a clock of the test's own.

One leads, all see a wall, twelve take part, two of them in lines; `the_hour` says what they do.
Here is what is left of it: what each has, what may be told, and who heard whose words.
"""

import asyncio
import csv
from collections.abc import Iterator
from io import StringIO

import asyncssh
import msgspec
import pytest
from tests.ssh.heard import Terminal, in_words, named, reached, written
from tests.ssh.leader import CONSOLE
from tests.ssh.partaker import END, SENTENCE, WORDS
from tests.ssh.place import HeldClock, Place
from tests.ssh.rooming import people
from tests.ssh.test_session import journal_of
from tests.ssh.the_hour import Hour

from nowwhat.group.agenda import agenda_of, title_of
from nowwhat.packs.filling import fill
from nowwhat.ssh.visitor import Person, id_of
from nowwhat.store.contract import JournalStore

EXPORT = WORDS.room_export
WITH_ACTION = "ada ben cleo dov eun fay hana kai lea"
OF_AN_ACTION = ("action", "when", "obstacle", "response")


@pytest.fixture(scope="module")
def hour(tmp_path_factory: pytest.TempPathFactory, keys: list[asyncssh.SSHKey]) -> Iterator[Hour]:
    """The hour, lived once."""
    place = Place(tmp_path_factory.mktemp("hour") / "state", clock=HeldClock())
    try:
        hour = Hour(place, keys)
        asyncio.run(hour.run())
        yield hour
    finally:
        place.stop()


def test_all_went_through_it_and_left_as_they_liked(hour: Hour) -> None:
    there = dict(people(hour.place, hour.held))
    assert there == {each.name: "left" for each in hour.people.values()} | {"Abe": "removed"}
    assert {each.caller.status for each in hour.people.values()} == {0}
    assert hour.lead.caller.status == hour.wall.status == 0
    assert hour.place.events("mishap") == []


def test_what_each_wrote_is_in_their_own_memory_and_in_nobody_elses(hour: Hour) -> None:
    for each in hour.people.values():
        lodging = hour.seat_of(each).stay.lodging
        drafts = lodging.drafts()
        waits = b"".join(drafts.load(draft_id) for draft_id in drafts.ids())
        done = records(lodging.journal)
        acted = each.id in WITH_ACTION.split()
        own = {word for where, word in each.typed.items() if where in ("insight", "half")}
        own |= {each.typed[where] for where in OF_AN_ACTION if acted}
        assert written(done if acted else waits, own) == own, each.id
        assert written(done + waits, hour.words_of(hour.but(each.id))) == set(), each.id
        assert len(lodging.journal.actions()) == len(lodging.journal.sessions()) == acted, each.id
        assert bool(waits) is not acted, each.id


def records(journal: JournalStore) -> bytes:
    """All that stands in a journal."""
    kept = (journal.insights(), journal.actions(), journal.checkins(), journal.sessions())
    return msgspec.json.encode(kept)


def test_on_the_disk_is_what_ada_chose_to_keep_and_nothing_else(
    hour: Hour, keys: list[asyncssh.SSHKey]
) -> None:
    place, [ada] = hour.place, hour.of("ada")
    assert place.state.ids() == [id_of(keys[1].get_fingerprint())]
    kept, was = journal_of(place, keys[1]), hour.seat_of(ada).stay.lodging.journal
    assert (kept.insights(), kept.actions(), kept.sessions()) == (
        was.insights(), was.actions(), was.sessions(),
    )  # fmt: skip
    own = place.state.of(Person(id_of(keys[1].get_fingerprint())))
    files = [path for path in place.state.folder.rglob("*") if path.is_file()]
    hers = b" ".join(path.read_bytes() for path in files if path.is_relative_to(own))
    others = b" ".join(path.read_bytes() for path in files if not path.is_relative_to(own))
    assert ada.typed["insight"].encode() in hers
    assert written(hers, hour.words_of(hour.but("ada"))) == set()
    assert written(others, hour.words_of(hour.but(""))) == set()
    assert named(hers + others, hour.names) == set()


def test_each_took_along_what_they_chose(hour: Hour) -> None:
    [ada, ben, cleo, hana, lea, abe] = hour.of("ada ben cleo hana lea abe")
    assert END.kept in ada.caller.left
    for one in (cleo, lea):
        assert WORDS.carry.heading in one.caller.left
        assert one.typed["action"] in one.caller.left
        assert one.typed["insight"] not in one.caller.left
    for one, left in ((hana, hana.caller.heard.decode()), (abe, abe.caller.left)):
        assert one.typed["insight"] in left.rpartition(END.heading)[2]
    assert written(ben.caller.left.encode(), hour.words_of(hour.but(""))) == set()


def test_who_has_no_action_is_shown_no_empty_card(hour: Hour) -> None:
    plank = "".join(WORDS.card.plank_none.split())
    with_card = {each.id for each in hour.people.values() if plank in in_words(each.heard)}
    assert with_card == {*WITH_ACTION.split()}


def test_what_may_be_told_of_it_is_what_was_shared_counts_and_minutes(hour: Hour) -> None:
    left = hour.lead.caller.left.replace("\r\n", "\n")
    text, _, table = left.partition("\ufeff")
    ada, hana, eun = (each.typed for each in hour.of("ada hana eun"))
    sentence = SENTENCE.format(word=eun["sentence"])

    def title(step: str) -> str:
        return title_of(hour.script.step(step))

    assert f"- **Ada**: write {ada['action']} on a card today\n" in text
    assert f"- write {hana['action']} on a card today\n" in text
    assert f"- {sentence}\n" in text
    assert f"- {EXPORT.joined}: 11\n- {EXPORT.hands} ({title('rules')}): 7\n" in text
    assert f"| {EXPORT.whole} | 50 | 51 |" in text
    rows = list(csv.DictReader(StringIO(table.strip())))
    assert sorted((row["kind"], row["name"], row["text"]) for row in rows if row["text"]) == [
        ("action", "", f"write {hana['action']} on a card today"),
        ("action", "Ada", f"write {ada['action']} on a card today"),
        ("sentence", "", sentence),
    ]
    assert {row["kind"]: row["count"] for row in rows if row["count"]} == {
        "joined": "11", "hands": "7",
    }  # fmt: skip
    planned = {title(stop.step): stop.seconds / 60 for stop in agenda_of(hour.script)}
    taken = {row["step"]: float(row["actual_minutes"]) for row in rows if row["kind"] == "stop"}
    assert taken == planned | {title("door"): planned[title("door")] + 1}, (
        "what was held counts for nothing"
    )
    shared = {ada["action"], hana["action"], eun["sentence"]}
    for told in (text, table):
        assert written(told.encode(), hour.words_of(hour.but(""))) == shared
        assert named(told.encode(), hour.names) == {"Ada"}


def test_no_word_reaches_anybody_to_whom_it_was_not_shown(hour: Hour) -> None:
    board = hour.shared("ada action", "hana action", "eun sentence", "fay sentence", "gil sentence")
    for_buddies = hour.shared("cleo action")
    assert reached(hour.lead, hour.words_of(hour.but(""))) == board
    assert reached(hour.wall, hour.words_of(hour.but(""))) == board
    looked = {
        "ada": hour.shared("hana action", "eun sentence"),
        "dov": for_buddies,
        "hana": for_buddies,
    }
    for each in hour.people.values():
        others = hour.words_of(hour.but(each.id))
        assert reached(each, others) == looked.get(each.id, set()), each.id
    assert written(b" ".join(hour.rooms), hour.words_of(hour.but(""))) == board | for_buddies


def test_words_drawn_large_are_found_as_well(hour: Hour) -> None:
    assert written(hour.wall.heard, {"understood?", "misunderstood?"}) == set()
    assert reached(hour.wall, {"understood?", "misunderstood?"}) == {"understood?"}


def test_names_are_known_to_who_leads_and_to_others_where_they_were_given(hour: Hour) -> None:
    assert named(hour.lead.heard, hour.names) == hour.names
    assert named(hour.wall.heard, hour.names) == {"Ada", "Fay", "Gil"}
    buddies = {"Cleo", "Dov", "Hana"}
    for each in hour.people.values():
        known = buddies if each.id in ("dov", "hana") else {each.name} - {""}
        assert named(each.heard, hour.names) == known, each.id


def test_that_gil_would_like_a_word_is_seen_by_who_leads_alone(hour: Hour) -> None:
    asked = "".join(fill(CONSOLE.speak, {"names": "Gil"}).split())
    assert asked in in_words(hour.lead.heard)
    others = [hour.wall.heard, *(each.heard for each in hour.but("gil"))]
    said = "".join(WORDS.room_menu.said_speak.split())
    assert [heard for heard in others if asked in in_words(heard) or said in in_words(heard)] == []


def test_the_log_has_no_word_no_name_and_no_way_in(hour: Hour) -> None:
    log = hour.place.written.getvalue().encode()
    assert log.count(b'"joined"') == 12
    assert written(log, hour.words_of(hour.but(""))) == set()
    assert named(log, hour.names) == set()
    tokens = {hour.seat_of(each).token for each in hour.people.values()}
    assert written(log, {hour.held.code, hour.held.leader_code, *tokens}) == set()


def test_the_words_that_bring_one_back_are_told_to_oneself_alone(hour: Hour) -> None:
    for each in hour.people.values():
        back = {"".join(each.way_back.split())}
        assert reached(each, back) == back
        others: tuple[Terminal, ...] = (hour.lead, hour.wall, *hour.but(each.id))
        assert not any(reached(other, back) for other in others), each.id
