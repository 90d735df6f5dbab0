"""The card as Markdown."""

from collections.abc import Iterable

from nowwhat.exports.escaping import one_line


def card_as_markdown(title: str, lines: Iterable[str]) -> str:
    """Write a card as Markdown; what would mean something there is taken as text."""
    body = "".join(f"- {one_line(line)}\n" for line in lines if line.strip())
    return f"# {one_line(title)}\n\n{body}"
