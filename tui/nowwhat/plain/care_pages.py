"""Two pages for the wall and the hand: who can know what, and what to do in distress."""

from collections.abc import Iterator, Sequence

from nowwhat.packs.filling import fill
from nowwhat.packs.sheet_words import DistressWords, PrivacyWords
from nowwhat.plain.paper import BLANK, heading, paragraph, points


def privacy_page(words: PrivacyWords) -> Iterator[str]:
    """Print who can know what, on paper, at terminals and of what is said aloud."""
    yield from heading(words.title)
    for title, lines in (
        (words.paper, words.paper_list),
        (words.terminal, words.terminal_list),
        (words.aloud, words.aloud_list),
    ):
        yield from heading(title, 2)
        yield from points(lines)


def distress_page(
    words: DistressWords, numbers: Sequence[str], finders: Sequence[str]
) -> Iterator[str]:
    """Print what to do.

    Args:
        words: The pack's.
        numbers: Those of the country, dated; where there are none: room to write them.
        finders: Places that know more lines.
    """
    blank = {"blank": BLANK}
    yield from heading(words.title)
    for title, lines in (
        (words.first, words.first_list),
        (words.danger, words.danger_list),
        (words.room, words.room_list),
        (words.after, words.after_list),
    ):
        yield from heading(title, 2)
        yield from points(lines)
    yield from heading(words.numbers, 2)
    known = (words.numbers_again, *numbers) if numbers else words.numbers_blank
    for line in (*known, *finders, words.here):
        indent = " " * (len(line) - len(line.lstrip()))
        yield from paragraph(fill(line.strip(), blank), lead=indent)
        yield ""
