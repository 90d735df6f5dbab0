"""The kinds of export, and a journal written as one of them."""

from typing import Literal, get_args

from nowwhat.exports.words import ExportWords
from nowwhat.session.records import Batch

Kind = Literal["md", "json", "csv", "ics"]
KINDS: tuple[Kind, ...] = get_args(Kind)


def written(kind: Kind, batch: Batch, words: ExportWords) -> str:
    """Write a journal as Markdown, JSON, CSV or iCalendar; a calendar has neutral titles.

    Each is imported when it is asked for: iCalendar alone takes 200 ms.
    """
    match kind:
        case "json":
            from nowwhat.exports.whole import as_json  # noqa: PLC0415 - see above

            return as_json(batch) + "\n"
        case "csv":
            from nowwhat.exports.table import as_csv  # noqa: PLC0415

            return as_csv(batch, bom=False)
        case "ics":
            from nowwhat.exports.calendar import as_ics  # noqa: PLC0415

            return as_ics(batch.actions, batch.checkins, words, show=False).decode()
        case "md":
            from nowwhat.exports.markdown import as_markdown  # noqa: PLC0415

            return as_markdown(batch, words)
