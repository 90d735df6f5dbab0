"""What is printed for paper beside a script's own words: `sheet.toml`, one table a page."""

import re
from collections.abc import Iterator

import msgspec

from nowwhat.packs.decode import Place
from nowwhat.packs.faults import Fault, nearest
from nowwhat.packs.shapes import Shape

FILLED = frozenset(
    {
        *("title", "minutes", "stops", "blank", "options", "number"),
        *("low", "high", "top"),
    }
)
"""What may stand in braces; `blank` is room to write by hand."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class PagesWords(Shape, frozen=True, kw_only=True):
    """What is said beside the pages, where a script has not all of them."""

    alone: str
    alone_unled: str


class RunWords(Shape, frozen=True, kw_only=True):
    """The run-sheet, for whoever leads."""

    title: str
    about: str
    ready: str
    ready_list: tuple[str, ...]
    agenda: str
    minutes: str
    ends: str
    stops: str
    seen: str


class SlipWords(Shape, frozen=True, kw_only=True):
    """The join slip; `code` and `host` stand where the true ones are not said."""

    title: str
    open: str
    to_fill: str
    code: str
    host: str
    asked: str
    to_copy: str
    yes: str
    changed: str
    password: str
    name: str
    lines: str
    dropped: str
    paper: str
    privacy: str


class WorksheetWords(Shape, frozen=True, kw_only=True):
    """The worksheet: what stands around a script's questions."""

    title: str
    yours: str
    if_chosen: str
    if_given: str
    if_not_given: str
    if_at_least: str
    if_at_most: str
    if_risen: str
    or_: str = msgspec.field(name="or")
    scale: str
    plan: str
    i_will: str


class PrivacyWords(Shape, frozen=True, kw_only=True):
    """Who can know what."""

    title: str
    paper: str
    paper_list: tuple[str, ...]
    terminal: str
    terminal_list: tuple[str, ...]
    aloud: str
    aloud_list: tuple[str, ...]


class DistressWords(Shape, frozen=True, kw_only=True):
    """What to do when somebody is distressed; `numbers_blank` where no country is named."""

    title: str
    first: str
    first_list: tuple[str, ...]
    danger: str
    danger_list: tuple[str, ...]
    room: str
    room_list: tuple[str, ...]
    numbers: str
    numbers_again: str
    numbers_blank: tuple[str, ...]
    here: str
    after: str
    after_list: tuple[str, ...]


class SheetWords(Shape, frozen=True, kw_only=True):
    """`sheet.toml`."""

    sheet: PagesWords
    run: RunWords
    slip: SlipWords
    worksheet: WorksheetWords
    privacy: PrivacyWords
    distress: DistressWords


def sheet_faults(words: SheetWords) -> Iterator[Fault]:
    """List what is blank, and names in braces that nothing fills."""
    for table, entries in msgspec.to_builtins(words).items():
        place = Place("sheet.toml", table)
        for key, said in entries.items():
            lines = [said] if isinstance(said, str) else said
            if not lines or not all(map(str.strip, lines)):
                yield place.fault(key, "words, not nothing")
            for name in _PLACEHOLDER.findall("".join(lines)):
                if name not in FILLED:
                    yield place.fault(key, f"no {{{name}}}{nearest(name, sorted(FILLED))}")
