"""The small pieces of a server, each by itself."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plain.person import FrozenClock, Person
from tests.ssh.place import StandingClock, the_pack
from textual.app import App

from nowwhat.cli.serving import is_worth_tidying
from nowwhat.ssh.clock import VisitorClock, zone_of
from nowwhat.ssh.editing import Editor, Ended
from nowwhat.ssh.guests import Guests
from nowwhat.ssh.hooks import HOOKS
from nowwhat.ssh.lodging import lodge_in_memory
from nowwhat.ssh.names import asked_by
from nowwhat.ssh.pasting import PasteLimit
from nowwhat.ssh.reception import Reception
from nowwhat.ssh.zones import zone_in

NOW = datetime(2026, 3, 3, 17, 30, tzinfo=UTC)
SERVE = the_pack().words.serve


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("me", ""),
        ("me+plain", "plain"),
        ("+PLAIN", "plain"),
        ("a+b+screen", "screen"),
        ("plain", ""),
        ("me+", ""),
        ("me+plain+x", ""),
    ],
)
def test_a_user_name_asks_for_a_form_and_nothing_else(name: str, form: str) -> None:
    assert asked_by(name).form == form


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("17:30", "UTC+00:00"),
        ("17:31", "UTC+00:00"),
        ("5:30 pm", "UTC+00:00"),
        ("18.30", "UTC+01:00"),
        ("23:00", "UTC+05:30"),
        ("9:30", "UTC-08:00"),
        ("12:30 AM", "UTC+07:00"),
        ("5:30", "UTC+12:00"),
        ("Dublin", "Europe/Dublin"),
        ("new york", "America/New_York"),
        ("EUROPE/paris", "Europe/Paris"),
        ("25:00", ""),
        ("", ""),
        ("nowhere", ""),
        ("../etc/passwd", ""),
    ],
)
def test_a_zone_is_found_by_a_time_or_a_place(typed: str, zone: str) -> None:
    assert zone_in(typed, NOW) == zone
    assert not zone or zone_of(zone) is not None


def test_time_is_told_in_the_zone_that_was_chosen_last() -> None:
    zone = ["Europe/Dublin"]
    clock = VisitorClock(StandingClock(), lambda: zone[0])
    assert clock.now().at.hour == 17
    zone[0] = "UTC+05:30"
    assert (clock.now().at.hour, clock.now().at.minute, clock.now().zone) == (23, 0, "UTC+05:30")
    assert clock.now().is_night
    zone[0] = "no/such"
    assert clock.now().at.hour == 17


def lines_of(editor: Editor, *chunks: bytes) -> tuple[str, list[str]]:
    shown, lines = "", []
    for chunk in chunks:
        echo, whole = editor.feed(chunk)
        shown += echo
        lines += whole
    return shown, lines


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (b"hello\r", "hello"),
        (b"helo\x7flo\r\n", "hello"),
        (b"one two\x17three\r", "one three"),
        (b"gone\x15here\r", "here"),
        (b"a\x1b[Ab\x1bOCc\x1b[3~d\r", "abcd"),
        ("å日\x7f本\r".encode(), "å本"),
        (b"tab\there\r", "tabhere"),
        (b"\x7f\x15\x17\r", ""),
    ],
)
def test_a_line_is_edited_as_it_is_typed_however_it_arrives(typed: bytes, line: str) -> None:
    for size in (1, 2, 3, len(typed)):
        editor = Editor(shows=True)
        chunks = [typed[at : at + size] for at in range(0, len(typed), size)]
        assert lines_of(editor, *chunks)[1] == [line]


def test_what_is_erased_is_erased_on_the_screen() -> None:
    shown, _ = lines_of(Editor(shows=True), "a日".encode(), b"\x7f")
    assert shown == "a日" + "\b \b" * 2


def test_a_cooked_terminal_is_shown_nothing_twice() -> None:
    shown, lines = lines_of(Editor(shows=False), b"one\ntw", b"o\r\nthr")
    assert shown == ""
    assert lines == ["one", "two"]


@pytest.mark.parametrize("keys", [b"\x03", b"abc\x03", b"\x04"])
def test_two_keys_end_it(keys: bytes) -> None:
    with pytest.raises(Ended):
        Editor(shows=True).feed(keys)
    assert Editor(shows=True).feed(b"a\x04")[1] == []


@given(st.binary(max_size=300), st.integers(1, 40))
def test_the_editor_takes_anything(data: bytes, size: int) -> None:
    editor = Editor(shows=True)
    try:
        for at in range(0, len(data), size):
            echo, _ = editor.feed(data[at : at + size])
            assert "\x1b" not in echo
    except Ended:
        pass


def limited(most: int, *chunks: bytes) -> bytes:
    limit = PasteLimit(most)
    return b"".join(limit.take(chunk) for chunk in chunks)


@given(st.lists(st.sampled_from([b"a", b"\x1b", b"\x1b[A", b"\x1b[200~", b"\x1b[201~", b"bcd"])))
def test_a_paste_is_limited_however_it_arrives(pieces: list[bytes]) -> None:
    whole = b"".join(pieces)
    once = limited(2, whole + b"..")
    bitwise = limited(2, *(whole[n : n + 1] for n in range(len(whole))), b"..")
    assert once == bitwise
    for pasted in once.split(b"\x1b[200~")[1:]:
        assert len(pasted.partition(b"\x1b[201~")[0]) <= 2 or b"\x1b[201~" not in pasted


def test_an_escape_alone_is_let_through_at_once() -> None:
    assert PasteLimit(9).take(b"\x1b") == b"\x1b"
    assert limited(9, b"\x1b[200~abc\x1b", b"[201~d") == b"\x1b[200~abc\x1b[201~d"
    assert limited(3, b"ab\x1b[200~" + b"x" * 99 + b"\x1b[201~cd") == b"ab\x1b[200~xxx\x1b[201~cd"


def test_stays_have_words_of_their_own_and_are_forgotten_in_time() -> None:
    clock = StandingClock()
    chosen = iter(["oak"] * 3 + ["oak"] * 3 + ["elm", "oak", "oak"])
    guests = Guests(clock, ["oak", "elm"], 1800, lambda _: next(chosen))
    one, other = guests.welcome(), guests.welcome()
    assert one.said == "oak oak oak"
    assert other.said == "elm oak oak"
    assert guests.named(" ELM-oak, oak ", "") is other
    guests.wait(one)
    clock.ahead = 1799
    assert guests.named("oak oak oak", "") is one
    clock.ahead = 1801
    assert guests.named("oak oak oak", "") is None
    assert guests.named("elm oak oak", "") is other
    assert len(guests) == 1


def received(answers: list[str], **environ: str) -> tuple[Person, Guests]:
    person = Person(FrozenClock(), answers)
    house = StandingClock()
    guests = Guests(house, the_pack().resume_words, 1800)
    reception = Reception(
        person,
        the_pack(),
        house,
        environ,
        server_zone="Europe/Dublin",
        in_lines=False,
        address="",
    )
    stay = reception.guest(guests, kept=1800, guesses=3).stay
    assert stay is not None
    assert stay.lodging.preferences().zone
    return person, guests


def test_a_guest_is_told_first_where_their_words_lie() -> None:
    person, guests = received([""])
    assert person.heard[: len(SERVE.guest)] == list(SERVE.guest)
    assert len(guests) == 1


def test_a_disk_that_is_full_lets_people_in_all_the_same() -> None:
    from nowwhat.store.errors import StoreError  # noqa: PLC0415 - this test alone

    house = StandingClock()
    lodging = lodge_in_memory(house)

    def full(_: object) -> None:
        raise StoreError

    lodging.prefer = full
    reception = Reception(
        Person(FrozenClock(), [""]),
        the_pack(),
        house,
        {},
        server_zone="Europe/Dublin",
        in_lines=False,
        address="",
    )
    assert not reception.person(lodging, here_already=False).takes_over


def test_the_private_hooks_are_where_they_were() -> None:
    assert [name for owner, name in HOOKS if not hasattr(owner, name)] == []
    app: App[None] = App()
    for name in ("_capture_stdout", "_capture_stderr", "error_console", "console"):
        assert name in vars(app), name


@pytest.mark.parametrize(
    ("parted", "here", "worth"),
    [(0, 0, False), (1, 0, True), (1, 1, False), (15, 1, False), (16, 1, True), (60, 100, False)],
)
def test_what_others_left_is_cleared_away_when_it_is_worth_it(
    parted: int, here: int, worth: bool
) -> None:
    assert is_worth_tidying(parted, here, 899.0) is worth
    assert is_worth_tidying(parted, here, 900.0) is (worth or here > 0)
