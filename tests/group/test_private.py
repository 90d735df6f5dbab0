"""Who is behind what: no view changes with it, over arbitrary courses of a room."""

from collections.abc import Callable
from itertools import permutations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.group.samples import after, running
from tests.group.strategies import COURSE, TOKENS, Course
from tests.group.test_laws import strings

from nowwhat.exports.room import room_as_csv, room_as_markdown
from nowwhat.group.commands import Share
from nowwhat.group.room import Participant, Room
from nowwhat.group.story import story_of
from nowwhat.group.views import facilitator_view, participant_view, projector_view
from nowwhat.packs.pack import Pack

MANY = settings(deadline=None, max_examples=150)
WORDS = Pack.find("en").words.room_export


def public(room: Room, now: float) -> list[bytes]:
    """All that whoever leads, and whoever looks at the wall, may ever read."""
    story = story_of(room, now)
    return [
        msgspec.json.encode(facilitator_view(room, now)),
        msgspec.json.encode(projector_view(room)),
        msgspec.json.encode(story),
        room_as_markdown(story, WORDS).encode(),
        room_as_csv(story, WORDS, bom=True).encode(),
    ]


def seen_by(room: Room, number: int) -> bytes:
    return msgspec.json.encode(participant_view(room, number))


@MANY
@given(COURSE, st.data())
def test_nobody_but_the_owner_sees_whose_an_unnamed_thing_is(
    course: Course, data: st.DataObject
) -> None:
    room = course.room
    unnamed = [each for each in room.shared if not each.named and each.place == "board"]
    if not unnamed:
        return
    item = data.draw(st.sampled_from(unnamed))
    other = data.draw(st.sampled_from(room.participants)).id
    moved = tuple(replace(each, by=other) if each == item else each for each in room.shared)
    elsewhere = replace(room, shared=moved)
    assert public(elsewhere, course.now) == public(room, course.now)
    for each in room.participants:
        if each.id not in (item.by, other):
            assert seen_by(elsewhere, each.id) == seen_by(room, each.id)


@MANY
@given(COURSE)
def test_the_order_in_which_things_came_is_nowhere_seen(course: Course) -> None:
    room = course.room
    turned = replace(room, shared=tuple(reversed(room.shared)))
    assert public(turned, course.now) == public(room, course.now)
    for each in room.participants:
        board = participant_view(turned, each.id).board
        assert board == participant_view(room, each.id).board


def _exchanged(room: Room, one: Participant, two: Participant) -> Room:
    """The same room, where two people exchanged what only the room may know of them."""

    def as_other(each: Participant, other: Participant) -> Participant:
        return replace(
            each, ready=other.ready, reached=other.reached, wants_buddy=other.wants_buddy
        )

    exchanged = {one.id: as_other(one, two), two.id: as_other(two, one)}
    return replace(
        room, participants=tuple(exchanged.get(each.id, each) for each in room.participants)
    )


@MANY
@given(COURSE)
def test_no_total_or_dot_tells_who_it_is(course: Course) -> None:
    room = course.room
    for one, two in permutations(room.present[:4], 2):
        other = _exchanged(room, one, two)
        assert public(other, course.now) == public(room, course.now)
        for each in room.participants:
            if each.id not in (one.id, two.id):
                assert seen_by(other, each.id) == seen_by(room, each.id)


CHANGES: list[Callable[[Participant], Participant]] = [
    lambda each: replace(each, ready=not each.ready),
    lambda each: replace(each, reached=-1 if each.reached >= 0 else 3),
    lambda each: replace(each, wants_buddy=not each.wants_buddy),
]


@MANY
@given(COURSE)
def test_under_five_no_number_tells_anything(course: Course) -> None:
    room = course.room
    if len(room.present) >= 5:
        return
    for who in room.participants:
        for change in CHANGES:
            others = tuple(change(e) if e.id == who.id else e for e in room.participants)
            other = replace(room, participants=others)
            assert public(other, course.now) == public(room, course.now)
    view = facilitator_view(room, course.now)
    totals = view.totals
    assert (totals.present, totals.ready, totals.there, totals.dots) == (None, None, None, ())
    assert (view.wanting, view.buddies) == (None, None)


@MANY
@given(COURSE)
def test_a_participant_sees_nothing_that_another_one_keeps_to_themselves(course: Course) -> None:
    room = course.room
    for who in room.participants[:3]:
        changed = replace(
            who,
            ready=not who.ready,
            reached=-1,
            wants_to_speak=not who.wants_to_speak,
            wants_buddy=not who.wants_buddy,
        )
        everybody = tuple(changed if each.id == who.id else each for each in room.participants)
        other = replace(room, participants=everybody)
        for each in room.participants:
            if each.id != who.id:
                assert seen_by(other, each.id) == seen_by(room, each.id)


@MANY
@given(COURSE)
def test_what_is_hidden_or_for_buddies_is_on_no_wall_and_in_no_export(course: Course) -> None:
    room = course.room
    on_wall = {each.id for each in room.shared if each.place == "board" and not each.hidden}
    assert {item.id for item in projector_view(room).board} == on_wall
    assert {item.id for item in story_of(room, course.now).items} == on_wall
    led = {item.id for item in facilitator_view(room, course.now).board}
    assert led == {each.id for each in room.shared if each.place == "board"}


@MANY
@given(COURSE)
def test_no_token_is_in_any_view(course: Course) -> None:
    room = course.room
    views = [
        facilitator_view(room, course.now),
        projector_view(room),
        story_of(room, course.now),
        *(participant_view(room, each.id) for each in room.participants),
    ]
    for view in views:
        assert not strings(msgspec.json.decode(msgspec.json.encode(view))) & set(TOKENS)
        assert str(room.salt) not in msgspec.structs.asdict(view)


def test_an_owner_who_gave_no_other_sign_is_not_named_beside_their_words() -> None:
    room = after(running(), (1, Share("a secret wish", "sentence")))
    for raw in public(room, 0)[1:]:
        assert b"Ada" not in raw
        assert b"a secret wish" in raw
