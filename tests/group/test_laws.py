"""Laws of a room, over arbitrary orders of joins, drops, returns and commands."""

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.group.strategies import COURSE, NAMES, TEXTS, TOKENS, Course

from nowwhat.group.carrying import Letter, encode, letter_in, room_in
from nowwhat.group.commands import Drop, End, Expire, Join, Return, TakeBack
from nowwhat.group.pace import Backward, Extend, Forward, Pause, Proceed, turned
from nowwhat.group.refusing import RefusedError
from nowwhat.group.room import Room
from nowwhat.group.rules import MAY, apply
from nowwhat.group.views import facilitator_view, participant_view, projector_view

MANY = settings(deadline=None, max_examples=150)
TURNS = (Forward, Backward, Extend, Pause, Proceed)


@MANY
@given(COURSE)
def test_there_is_one_pace_and_all_see_it(course: Course) -> None:
    pace = course.begun.pace
    for step in course.steps:
        if isinstance(step.command, TURNS):
            assert step.by == "facilitator"
            pace = turned(pace, step.command, step.now)
        elif isinstance(step.command, End | Expire):  # minutes told afterwards are those taken
            pace = turned(pace, Pause(), step.now)
        assert step.after.pace == pace
    seen = [
        facilitator_view(course.room, course.now).pacing,
        projector_view(course.room).pacing,
        *(participant_view(course.room, each.id).pacing for each in course.room.participants),
    ]
    assert len(set(map(msgspec.json.encode, seen))) == 1
    assert (seen[0].at, seen[0].until, seen[0].held) == (pace.at, pace.until, pace.held)


@MANY
@given(COURSE)
def test_nobody_is_lost_and_nobody_is_there_twice(course: Course) -> None:
    for step in course.steps:
        before, after = step.before.participants, step.after.participants
        known = [(each.id, each.token, each.name) for each in after]
        assert known[: len(before)] == [(each.id, each.token, each.name) for each in before]
        assert len(after) - len(before) == isinstance(step.command, Join)
        assert [each.id for each in after] == list(range(1, len(after) + 1))
        assert len({each.token for each in after}) == len(after)
        names = [each.name for each in after if each.name]
        assert len(set(names)) == len(names)


@MANY
@given(COURSE)
def test_what_is_accepted_the_table_allows(course: Course) -> None:
    for step in course.steps:
        role = "participant" if isinstance(step.by, int) else step.by
        assert type(step.command) in MAY[role][step.before.phase]


@MANY
@given(COURSE)
def test_what_is_refused_changes_nothing_and_is_refused_again(course: Course) -> None:
    for room, command, by, now in course.refused:
        before = msgspec.json.encode(room, order="sorted")
        with pytest.raises(RefusedError):
            apply(room, command, by, now)
        assert msgspec.json.encode(room, order="sorted") == before


@MANY
@given(COURSE)
def test_nobody_is_ahead_of_the_pace(course: Course) -> None:
    for room in course.rooms:
        assert all(-1 <= each.reached <= room.pace.at for each in room.participants)
        assert all(each.reached < len(room.pace.agenda) for each in room.participants)


@MANY
@given(COURSE)
def test_a_drop_and_a_return_leave_somebody_as_they_were(course: Course) -> None:
    room = course.room
    for each in room.present:
        gone = apply(room, Drop(), each.id, course.now)
        back = apply(gone, Return(each.token), "newcomer", course.now) if not room.ended else None
        if back is not None:
            line = msgspec.structs.replace(each, line=each.line + 1)
            expected = [line if one.id == each.id else one for one in room.participants]
            assert back == msgspec.structs.replace(room, participants=tuple(expected))


@MANY
@given(COURSE)
def test_who_is_banned_is_never_here_again(course: Course) -> None:
    for room in course.rooms:
        assert not any(each.present for each in room.participants if each.token in room.banned)


@MANY
@given(COURSE)
def test_a_locked_room_takes_nobody_new(course: Course) -> None:
    for step in course.steps:
        assert not (step.before.locked and isinstance(step.command, Join))


@MANY
@given(COURSE)
def test_buddies_are_two_or_one_three_of_those_who_want_one(course: Course) -> None:
    for room in course.rooms:
        sizes = [len(group) for group in room.buddies]
        assert set(sizes) <= {2, 3}
        assert sizes.count(3) <= 1
        members = [member for group in room.buddies for member in group]
        assert len(set(members)) == len(members)
        wanting = {each.id for each in room.participants if each.wants_buddy}
        assert set(members) <= wanting
        removed = {each.id for each in room.participants if each.presence == "removed"}
        assert not set(members) & removed
        asking = {each.id for each in room.participants if each.asks_on}
        assert asking <= set(members)


@MANY
@given(COURSE)
def test_only_who_shared_it_takes_it_back_and_then_nothing_of_it_is_left(course: Course) -> None:
    for step in course.steps:
        if isinstance(step.command, TakeBack):
            (item,) = (each for each in step.before.shared if each.id == step.command.item)
            assert item.by == step.by
            assert item not in step.after.shared
            rest = tuple(each for each in step.before.shared if each != item)
            assert step.after == msgspec.structs.replace(step.before, shared=rest)


# What is in a room


def strings(value: object) -> set[str]:
    """Every text in a value, keys left out."""
    match value:
        case dict():
            return set().union(*map(strings, value.values()))
        case list():
            return set().union(*map(strings, value))
        case str():
            return {value}
    return set()


LANGUAGE = {
    *("room", "participant", "leader", "shared", "breathing", "counted"),
    *("here", "away", "left", "removed", "action", "sentence", "board", "buddy"),
}
SCRIPT = {"group", "welcome", "writing", "doors", "close", "sigh", "even"}


def allowed_in(room: Room) -> set[str]:
    """What may stand in it: its code, its script's ids, names, tokens, what is shared now."""
    numbered = {f"{name} {n}" for name in NAMES for n in range(2, 12)}
    given_on = {"2026-11-24"}
    shared = {each.text for each in room.shared} & set(TEXTS)
    leaders = {"lead", "second"}
    return {room.code, *NAMES, *numbered, *TOKENS} | LANGUAGE | SCRIPT | given_on | shared | leaders


@MANY
@given(COURSE)
def test_no_text_is_in_a_room_that_is_not_shared_there_now(course: Course) -> None:
    for room in course.rooms:
        assert strings(msgspec.json.decode(encode(room))) <= allowed_in(room)


FIELDS = {
    "Participant": [
        *("id", "token", "name", "presence", "line", "reached", "ready"),
        *("wants_to_speak", "wants_buddy", "asks_on"),
    ],
    "Shared": ["id", "by", "text", "named", "kind", "place", "hidden"],
}


def test_a_room_has_no_field_for_what_somebody_writes_rates_chooses_or_skips() -> None:
    from nowwhat.group.room import Participant, Shared  # noqa: PLC0415 - by their names, above

    for shape in (Participant, Shared):
        assert list(shape.__struct_fields__) == FIELDS[shape.__name__]


# Serialising


@MANY
@given(COURSE)
def test_a_room_is_the_same_after_it_was_written_and_read(course: Course) -> None:
    for room in course.rooms:
        assert room_in(encode(room)) == room


@MANY
@given(COURSE)
def test_a_command_is_the_same_and_does_the_same(course: Course) -> None:
    for step in course.steps:
        letter = Letter(step.before.code, step.command, step.by)
        read = letter_in(encode(letter))
        assert read == letter
        carried = room_in(encode(step.before))
        assert apply(carried, read.command, read.by, step.now) == step.after


# That the laws are tried on something


REACHED: dict[str, Callable[[Room], bool]] = {
    "a board of three": lambda room: len(room.shared) >= 3,
    "a three": lambda room: any(len(group) == 3 for group in room.buddies),
    "a pair": lambda room: any(len(group) == 2 for group in room.buddies),
    "a day": lambda room: any(each.asks_on for each in room.participants),
    "something hidden": lambda room: any(each.hidden for each in room.shared),
    "somebody banned": lambda room: bool(room.banned),
    "somebody away": lambda room: any(each.presence == "away" for each in room.participants),
    "somebody back": lambda room: any(each.present and each.line > 1 for each in room.participants),
    "an end": lambda room: room.ended and bool(room.participants),
    "the last stop": lambda room: room.pace.at >= 3,
    "something taken back": lambda room: room.given > len(room.shared),
    "six who are here": lambda room: len(room.present) >= 6,
    "fewer who are here": lambda room: 1 <= len(room.present) <= 4,
    "hands": lambda room: bool(room.counted),
    "a breathing": lambda room: room.breathing is not None,
}


def test_the_laws_are_tried_on_rooms_of_every_sort() -> None:
    missing = set(REACHED)

    @settings(deadline=None, max_examples=2500, derandomize=True, phases=[Phase.generate])
    @given(COURSE)
    def look(course: Course) -> None:
        for what in tuple(missing):
            if REACHED[what](course.room):
                missing.discard(what)

    look()
    assert missing == set()


@given(st.binary(max_size=40) | st.just(b'{"type":"letter","code":"a","command":{},"by":1}'))
def test_bytes_of_another_kind_are_no_command(raw: bytes) -> None:
    from nowwhat.group.carrying import LetterError  # noqa: PLC0415 - only here

    with pytest.raises(LetterError):
        letter_in(raw)
    with pytest.raises(LetterError):
        room_in(raw)
