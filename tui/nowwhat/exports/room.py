"""What may be told of a group afterwards, as Markdown and as CSV: shared words, counts, minutes."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Final, Literal, Protocol

from nowwhat.exports.escaping import harmless, one_line, visible
from nowwhat.exports.table import BOM


class _Item(Protocol):
    @property
    def text(self) -> str: ...

    @property
    def kind(self) -> Literal["action", "sentence"]: ...

    @property
    def name(self) -> str | None: ...


class _Stop(Protocol):
    @property
    def step(self) -> str: ...

    @property
    def planned(self) -> float: ...

    @property
    def actual(self) -> float: ...


class _Show(Protocol):
    @property
    def step(self) -> str: ...

    @property
    def hands(self) -> int | None: ...


class RoomStory(Protocol):
    """What is told of a room; `group.story` makes it.

    Attributes:
        script: What was led: its id, or its title.
        items: What was shared, in no order of time; a name only where it was chosen.
        joined: How many took part; none under five.
        hands: Shows of hands; none under five.
        agenda: The stops, by their ids or titles, with their minutes.
    """

    # Properties, since a frozen struct has members that are only read.
    @property
    def script(self) -> str: ...  # noqa: D102 - said above, as the others

    @property
    def items(self) -> Sequence[_Item]: ...  # noqa: D102

    @property
    def joined(self) -> int | None: ...  # noqa: D102

    @property
    def hands(self) -> Sequence[_Show]: ...  # noqa: D102

    @property
    def agenda(self) -> Sequence[_Stop]: ...  # noqa: D102


class RoomExportWords(Protocol):
    """The pack's table `room_export`: headings and labels; `few` in the place of a small number."""

    @property
    def title(self) -> str: ...  # noqa: D102 - each is a word

    @property
    def actions(self) -> str: ...  # noqa: D102

    @property
    def sentences(self) -> str: ...  # noqa: D102

    @property
    def nothing(self) -> str: ...  # noqa: D102

    @property
    def counts(self) -> str: ...  # noqa: D102

    @property
    def joined(self) -> str: ...  # noqa: D102

    @property
    def hands(self) -> str: ...  # noqa: D102

    @property
    def few(self) -> str: ...  # noqa: D102

    @property
    def minutes(self) -> str: ...  # noqa: D102

    @property
    def planned(self) -> str: ...  # noqa: D102

    @property
    def actual(self) -> str: ...  # noqa: D102

    @property
    def whole(self) -> str: ...  # noqa: D102


COLUMNS: Final = ("kind", "name", "text", "step", "count", "planned_minutes", "actual_minutes")
"""A row is an `action` or `sentence` that was shared, a count (`joined`, `hands`), or a `stop`."""

Row = dict[str, str | float]


def room_as_markdown(story: RoomStory, words: RoomExportWords) -> str:
    """Write what may be told; what would mean something in Markdown is taken as text."""
    pieces = [f"# {one_line(words.title)}: {one_line(story.script)}\n"]
    for heading, kind in ((words.actions, "action"), (words.sentences, "sentence")):
        lines = [_shared(item) for item in story.items if item.kind == kind]
        if lines:
            pieces.append(f"## {one_line(heading)}\n\n{''.join(lines)}")
    if not story.items:
        pieces.append(f"{one_line(words.nothing)}\n")
    pieces.append(f"## {one_line(words.counts)}\n\n{''.join(_counts(story, words))}")
    pieces.append(f"## {one_line(words.minutes)}\n\n{''.join(_minutes(story, words))}")
    return "\n".join(pieces)


def room_as_csv(story: RoomStory, words: RoomExportWords, *, bom: bool) -> str:
    """Write it as a table; texts stand in quotes, and none of them is calculated.

    Args:
        story: What may be told.
        words: Of these, the one for a small number.
        bom: Begin with a byte order mark, as a file does.
    """
    out = StringIO(newline="")
    if bom:
        out.write(BOM)
    rows = csv.DictWriter(out, COLUMNS, restval="", quoting=csv.QUOTE_NONNUMERIC)
    rows.writeheader()
    for row in _rows(story, words):
        cells = {key: harmless(it) if isinstance(it, str) else it for key, it in row.items()}
        rows.writerow(cells)
    return out.getvalue()


def _shared(item: _Item) -> str:
    if item.name is None:
        return f"- {one_line(item.text)}\n"
    return f"- **{one_line(item.name)}**: {one_line(item.text)}\n"


def _counts(story: RoomStory, words: RoomExportWords) -> Iterator[str]:
    yield f"- {one_line(words.joined)}: {_count(story.joined, words)}\n"
    for show in story.hands:
        yield f"- {one_line(words.hands)} ({_step(show.step)}): {_count(show.hands, words)}\n"


def _minutes(story: RoomStory, words: RoomExportWords) -> Iterator[str]:
    yield f"| | {_cell(words.planned)} | {_cell(words.actual)} |\n|---|---:|---:|\n"
    for stop in story.agenda:
        yield f"| {_step(stop.step)} | {stop.planned:.0f} | {stop.actual:.0f} |\n"
    planned = sum(stop.planned for stop in story.agenda)
    actual = sum(stop.actual for stop in story.agenda)
    yield f"| {_cell(words.whole)} | {planned:.0f} | {actual:.0f} |\n"


def _rows(story: RoomStory, words: RoomExportWords) -> Iterator[Row]:
    for item in story.items:
        yield {"kind": item.kind, "name": item.name or "", "text": " ".join(item.text.split())}
    yield {"kind": "joined", "count": words.few if story.joined is None else story.joined}
    for show in story.hands:
        count = words.few if show.hands is None else show.hands
        yield {"kind": "hands", "step": show.step, "count": count}
    for stop in story.agenda:
        minutes = {
            "planned_minutes": round(stop.planned, 1),
            "actual_minutes": round(stop.actual, 1),
        }
        yield {"kind": "stop", "step": stop.step, **minutes}


def _count(number: int | None, words: RoomExportWords) -> str:
    return one_line(words.few) if number is None else str(number)


def _cell(text: str) -> str:
    return one_line(text).replace("|", "\\|")


def _step(step: str) -> str:
    return _cell(visible(step).replace("_", " "))
