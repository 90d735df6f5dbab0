"""Checking a whole pack: every fault of every file, at once."""

import re
from collections.abc import Callable, Iterator

from nowwhat.coach.coach import Coach
from nowwhat.packs.decode import Place
from nowwhat.packs.faults import Fault, PackError, UnknownNameError
from nowwhat.packs.pack import Pack
from nowwhat.packs.rules import Names
from nowwhat.packs.scripts import read_script
from nowwhat.packs.sources import read_table
from nowwhat.session.typed import LINE_LIMIT

NEEDED_SCRIPTS = ("bridge", "checkin", "two-minutes")
"""Scripts that the program itself begins, so that every pack has them."""

LEAST_STARTERS = 8
"""Starters of a door, where it has any; one that has none offers the person's own actions."""

OWN_DOOR = "again"
"""The door whose starters are the person's own earlier actions."""

_NUMBER = re.compile(r"[0-9*#+() /.-]{2,40}")
_CODE = re.compile(r"[A-Z]{2}")


def check_pack(pack: Pack) -> tuple[Fault, ...]:
    """List every fault of a pack, sorted by file, step and key."""
    faults: list[Fault] = []
    parts: tuple[Callable[[Pack], Iterator[Fault]], ...] = (
        _head, _words, _doors, _patterns, _care, _coach, _scripts,
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


def _words(pack: Pack) -> Iterator[Fault]:
    """Every key of `interface.toml` is there and none is unknown: reading it finds out."""
    if not pack.words.plain.help:
        yield Place("interface.toml", "plain").fault("help", "at least one line")


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
        elif len(set(door.starters)) < LEAST_STARTERS:
            yield place.fault("starters", f"at least {LEAST_STARTERS}, all different")
    yield from _starters(pack)


def _starters(pack: Pack) -> Iterator[Fault]:
    """Every starter passes the pack's own coach, and opens no care."""
    coach = Coach(pack.lexicon)
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


def _patterns(pack: Pack) -> Iterator[Fault]:
    ids = [pattern.id for pattern in pack.patterns]
    if not ids:
        yield Place("breathing.toml").fault("pattern", "at least one pattern")
    for pattern in pack.patterns:
        place = Place("breathing.toml", pattern.id)
        if ids.count(pattern.id) > 1:
            yield place.fault("id", "an id of its own; another pattern has it")
        if not pattern.phases:
            yield place.fault("phases", "at least one phase")
        for phase in pattern.phases:
            if not 0.5 <= phase.seconds <= 120:  # noqa: PLR2004 - seconds that one can follow
                yield place.fault("phases", f"0.5 to 120 seconds, not {phase.seconds:g}")
            if not phase.word.strip():
                yield place.fault("phases", "a word for each phase")
        if pattern.most_cycles < 0:
            yield place.fault("most_cycles", "0 for no bound, or more")


def _care(pack: Pack) -> Iterator[Fault]:
    file, coach = "care.toml", Coach(pack.lexicon)
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
    for harmless in pack.care.harmless:
        if not coach.judge(harmless).accepted:
            yield Place(file).fault("harmless", f"one concrete, safe action, not {harmless!r}")


def _coach(pack: Pack) -> Iterator[Fault]:
    file = "coach.toml"
    coach = Coach(pack.lexicon)
    for name, concern in pack.lexicon.concerns.items():
        ready = concern.right_person
        if concern.level == "ask" and not coach.judge(ready).accepted:
            place = Place(file, name)
            yield place.fault("right_person", f"one concrete, safe action, not {ready!r}")


def _scripts(pack: Pack) -> Iterator[Fault]:
    for needed in NEEDED_SCRIPTS:
        if needed not in pack.script_names:
            yield Place(f"sessions/{needed}.toml").fault("", "a script that every pack has")
    names = _names(pack)
    if names is None:
        return
    for name in pack.script_names:
        file = f"sessions/{name}.toml"
        try:
            read_script(read_table(pack.folder, file), file, names)
        except (PackError, UnknownNameError) as error:
            yield from getattr(error, "faults", ())


def _names(pack: Pack) -> Names | None:
    try:
        return pack.names
    except PackError:
        return None  # already reported; without names every script would seem faulty
