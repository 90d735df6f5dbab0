"""Checking a whole pack: every fault of every file, at once."""

import re
from collections.abc import Callable, Iterable, Iterator

from nowwhat.packs.decode import Place
from nowwhat.packs.faults import Fault, PackError
from nowwhat.packs.pack import Pack
from nowwhat.packs.rules import Names
from nowwhat.packs.scripts import read_script
from nowwhat.packs.shapes import Door
from nowwhat.packs.sources import read_table
from nowwhat.session.breathing import Pattern
from nowwhat.session.typed import LINE_LIMIT

NEEDED_SCRIPTS = ("bridge", "checkin", "two-minutes")
"""Scripts that the program itself begins, so that every pack has them."""

LEAST_STARTERS = 8
"""Starters of a door, where it has any; one that has none offers the person's own actions."""

OWN_DOOR = "again"
"""The door whose starters are the person's own earlier actions."""

_NUMBER = re.compile(r"(?=.*[0-9])[0-9*#+() /.-]{2,40}")
_CODE = re.compile(r"[A-Z]{2}")


def check_pack(pack: Pack) -> tuple[Fault, ...]:
    """List every fault of a pack, sorted by file, step and key."""
    faults: list[Fault] = []
    parts: tuple[Callable[[Pack], Iterator[Fault]], ...] = (
        _head, _whole, _doors, _starters, _care, _harmless, _phrases, _coach, _rehearsal, _scripts,
    )  # fmt: skip
    for part in parts:
        try:
            faults += part(pack)
        except PackError as error:
            faults += error.faults
    return tuple(sorted(set(faults)))


def _head(pack: Pack) -> Iterator[Fault]:
    head, folder = pack.head, pack.folder.name
    if head.lang != folder and re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", folder):
        yield Place("pack.toml").fault("lang", f"{folder!r}, the folder's name, not {head.lang!r}")


def _whole(pack: Pack) -> Iterator[Fault]:
    """Reading these finds out all there is to find."""
    for read in (
        lambda: pack.words,
        lambda: pack.patterns,
        lambda: pack.times,
        lambda: pack.coach,
        lambda: pack.resume_words,
        lambda: pack.sheet,
        lambda: pack.rehearsal,
    ):
        try:
            read()
        except PackError as error:
            yield from error.faults


def _doors(pack: Pack) -> Iterator[Fault]:
    file = "actions.toml"
    ids = [door.id for door in pack.doors]
    for door in pack.doors:
        place = Place(file, door.id)
        if ids.count(door.id) > 1:
            yield place.fault("id", "an id of its own; another door has it")
        if door.id == OWN_DOOR:
            if door.starters:
                yield place.fault("starters", "none: they are the person's own earlier actions")
        elif len(set(door.starters)) < max(LEAST_STARTERS, len(door.starters)):
            yield place.fault("starters", f"at least {LEAST_STARTERS}, all different")
        if not door.title.strip():
            yield place.fault("title", "words, not nothing")


def _starters(pack: Pack) -> Iterator[Fault]:
    """Every starter passes the pack's own coach, and opens no care."""
    coach = pack.coach
    for door in pack.doors:
        for starter in door.starters:
            place, verdict = Place("actions.toml", door.id), coach.judge(starter)
            if len(starter) > LINE_LIMIT:
                yield place.fault("starters", f"at most {LINE_LIMIT} characters: {starter[:40]!r}")
            if not verdict.accepted:
                why = verdict.concern or ", ".join(verdict.reasons)
                yield place.fault("starters", f"one concrete, safe action, not {starter!r} ({why})")
            if coach.hears(starter):
                yield place.fault("starters", f"nothing that calls for help, not {starter!r}")


def _care(pack: Pack) -> Iterator[Fault]:
    file = "care.toml"
    codes = [country.code for country in pack.care.country]
    if not pack.care.finder:
        yield Place(file).fault("finder", "at least one finder")
    for country in pack.care.country:
        place = Place(file, country.code)
        if not _CODE.fullmatch(country.code):
            yield place.fault("code", "two capital letters (ISO 3166)")
        if codes.count(country.code) > 1:
            yield place.fault("code", "a code of its own; another country has it")
        for line in country.line:
            if not _NUMBER.fullmatch(line.number):
                yield place.fault("line.number", f"digits as they are dialled, not {line.number!r}")
            if not line.source.strip():
                yield place.fault("line.source", f"where {line.number} was seen")


def _harmless(pack: Pack) -> Iterator[Fault]:
    for harmless in pack.care.harmless:
        if not pack.coach.judge(harmless).accepted:
            yield Place("care.toml").fault(
                "harmless", f"one concrete, safe action, not {harmless!r}"
            )


def _phrases(pack: Pack) -> Iterator[Fault]:
    """Every phrase can be read, also one whose first word is seldom met."""
    try:
        pack.coach.prove()
    except ValueError as error:  # PhraseError is one
        yield Place("coach.toml").fault("phrases", str(error))


def _coach(pack: Pack) -> Iterator[Fault]:
    for name, concern in pack.lexicon.concerns.items():
        ready = concern.right_person
        if concern.level == "ask" and not pack.coach.judge(ready).accepted:
            place = Place("coach.toml", name)
            yield place.fault("right_person", f"one concrete, safe action, not {ready!r}")


def _rehearsal(pack: Pack) -> Iterator[Fault]:
    """What is rehearsed passes the pack's own coach, and calls for no help."""
    place, coach, said = Place("rehearsal.toml"), pack.coach, pack.rehearsal
    for action in said.actions:
        if not coach.judge(action).accepted:
            yield place.fault("actions", f"one concrete, safe action, not {action!r}")
    written = {
        "actions": said.actions,
        "insights": said.insights,
        "shared": said.shared,
        "hindrances.obstacle": [each.obstacle for each in said.hindrances],
        "hindrances.response": [each.response for each in said.hindrances],
    }
    for key, lines in written.items():
        for line in lines:
            if coach.hears(line):
                yield place.fault(key, f"nothing that calls for help, not {line!r}")


def _scripts(pack: Pack) -> Iterator[Fault]:
    for needed in NEEDED_SCRIPTS:
        if needed not in pack.script_names:
            yield Place(f"sessions/{needed}.toml").fault("", "a script that every pack has")
    names = Names(
        patterns=_ids(lambda: pack.patterns),
        doors=_ids(lambda: pack.doors),
    )
    for name in pack.script_names:
        file = f"sessions/{name}.toml"
        try:
            script = read_script(read_table(pack.folder, file), file, names)
        except PackError as error:
            yield from error.faults
            continue
        if name in NEEDED_SCRIPTS and script.setting == "group":
            yield Place(file).fault("setting", "'alone'; one begins it without a facilitator")


def _ids(named: Callable[[], Iterable[Pattern | Door]]) -> frozenset[str] | None:
    """List what scripts may name; none where it cannot be read, which is reported elsewhere."""
    try:
        return frozenset(each.id for each in named())
    except PackError:
        return None
