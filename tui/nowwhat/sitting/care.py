"""Care: people, numbers, grounding, in the order in which they may be needed."""

from collections.abc import Iterator, Sequence
from datetime import date

from nowwhat.packs.care import Care, is_old
from nowwhat.packs.filling import fill
from nowwhat.packs.shapes import Line

_TAKEN_FIRST = ("emergency", "poison", "crisis", "violence", "youth")
_DANGER_FIRST = ("emergency", "violence", "crisis", "youth", "poison")
_CRISIS_FIRST = ("crisis", "emergency", "violence", "youth", "poison")

_ORDER: dict[str, Sequence[str]] = {
    "taken": _TAKEN_FIRST,
    "danger": _DANGER_FIRST,
    "harm_others": _DANGER_FIRST,
}


def care_lines(
    care: Care, country: str, today: date, kind: str = "", *, unsaid: str = ""
) -> Iterator[str]:
    """Say people and numbers.

    Args:
        care: The pack's words and numbers.
        country: ISO 3166 code of where the person is; empty where they did not say.
        today: For a word about numbers that have grown old.
        kind: The kind of call for help that was heard; empty where they just asked.
        unsaid: Said where there is no country; empty: how one is typed.
    """
    words = care.words
    if kind:
        yield words.opening
    openings = {"taken": words.taken, "harm_others": words.harm_others}
    yield openings.get(kind, words.danger)
    yield words.intro_not_a_crisis_service
    said = number_lines(care, country, today, kind)
    yield from said or (unsaid or words.no_country,)
    yield words.finders
    yield from finder_lines(care)
    yield words.traces
    yield words.grounding


def number_lines(care: Care, country: str, today: date, kind: str = "") -> tuple[str, ...]:
    """Give the numbers of a country, each with the date on which it was checked.

    Args:
        care: The pack's words and numbers.
        country: ISO 3166 code; there are no lines for one that is not known.
        today: For a word about numbers that have grown old.
        kind: The kind of call for help that was heard.
    """
    found = next((c for c in care.country if c.code == country.upper()), None)
    if found is None:
        return ()
    rank = _ORDER.get(kind, _CRISIS_FIRST).index
    lines = sorted(found.line, key=lambda each: rank(each.kind))
    said = (text for line in lines for text in _line(line, care, today))
    return (f"{found.name}:", *said, care.words.unanswered)


def finder_lines(care: Care) -> Iterator[str]:
    """Give the places that know more lines."""
    for finder in care.finder:
        yield f"  {finder.address}  {finder.name}. {finder.note}"


def _line(line: Line, care: Care, today: date) -> Iterator[str]:
    how = f" ({line.how})" if line.how else ""
    checked = fill(care.words.checked, {"date": line.checked.strftime(care.words.date)})
    yield f"  {line.number}  {line.name}{how}. {checked}"
    if is_old(line.checked, today):
        yield f"  {care.words.old}"
