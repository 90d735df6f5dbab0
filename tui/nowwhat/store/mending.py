"""Which words of a record may be mended, and a record's document with other words in it."""

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from nowwhat.session.moment import Moment
from nowwhat.session.records import Action, CheckIn, Insight, Ladder, Rung
from nowwhat.store.copies import Change
from nowwhat.store.documents import Document, encodable

MENDABLE: Final[Mapping[type, tuple[str, ...]]] = {
    Insight: ("text",),
    Action: ("text", "where", "how_long", "towards", "obstacle", "response", "feared"),
    CheckIn: ("note", "noticed", "happened", "obstacle"),
    Ladder: ("text",),
    Rung: ("text",),
}
"""Fields with words of the person's. Not `when`, which was understood as a time: another time is
another plan. Not what was answered to a session's own questions, of which some are choices."""

_BY_TABLE: Final = {
    "insights": MENDABLE[Insight],
    "actions": MENDABLE[Action],
    "checkins": MENDABLE[CheckIn],
    "ladders": MENDABLE[Ladder],
    "rungs": MENDABLE[Rung],
}


def mending(key: str, words: Mapping[str, str], at: Moment) -> Change:
    """Make the change of one record's words, wherever it stands.

    The change raises `ValueError` where such a record has no such field, or a `text` is empty.
    """

    def change(tables: dict[str, dict[str, Any]]) -> bool:  # values of every kind that JSON has
        changed = False
        for table, rows in tables.items():
            if key in rows and (row := mended(table, rows[key], words, at)):
                rows[key] = row
                changed = True
        return changed

    return change


def mended(
    table: str, row: Mapping[str, Any], words: Mapping[str, str], at: Moment
) -> Document | None:
    """Give a record's document with other words; none where they stand in it already.

    Args:
        table: The table that it stands in.
        row: The document; `Any`, since values are of every kind that JSON has.
        words: By field.
        at: When they were mended.

    Raises:
        ValueError: Such a record has no such field, or one that may not be empty is.
    """
    for field, text in words.items():
        if field not in _BY_TABLE.get(table, ()):
            raise ValueError(f"a record in {table} has no words called {field}")
        if field == "text" and not text.strip():
            raise ValueError("an entry without words is none")
    new = encodable(dict(words))
    if all(row.get(field, "") == text for field, text in new.items()):
        return None
    times = [*row.get("mended", ()), msgspec.to_builtins(at)]
    return {**row, **new, "mended": times}
