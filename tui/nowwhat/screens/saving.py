"""Saving what is taken along: to a file that the person names, or into their own terminal."""

from collections.abc import Sequence
from pathlib import Path

from nowwhat.exports.card import card_as_markdown
from nowwhat.exports.writing import ExportError, write_file
from nowwhat.packs.filling import fill
from nowwhat.screens.stage import Stage
from nowwhat.sitting.desk import Desk


async def save_card(desk: Desk, stage: Stage, lines: Sequence[str]) -> str:
    """Save the card as Markdown; gives what there is to say, or nothing where it was left."""
    text = card_as_markdown(desk.pack.words.carry.heading, lines)
    return await save_text(desk, stage, text, "nowwhat-{day}.md")


async def save_text(desk: Desk, stage: Stage, text: str, name: str) -> str:
    """Print a text into the terminal on leaving, or ask for a name and write the file.

    Args:
        desk: Words, clock.
        stage: Where it is asked.
        text: What is written.
        name: The name that is offered; `{day}` in it becomes the day.

    Returns:
        What there is to say; empty where it was left.
    """
    if stage.prints(text):
        return desk.pack.words.serve.printed
    words = desk.pack.words.carry

    def attempt(named: str) -> str:
        try:
            write_file(_path(named), text.encode("utf-8", "replace"))
        except ExportError as error:
            return fill(words.not_saved, {"why": str(error)})
        return ""

    day = desk.clock.now().at.strftime("%Y-%m-%d")
    begun = "~/" + fill(name, {"day": day})
    named = await stage.write(words.save_ask, hint=words.save_hint, begun=begun, wrong=attempt)
    return fill(words.saved, {"file": str(_path(named))}) if named else ""


def _path(named: str) -> Path:
    try:
        return Path(named).expanduser()
    except RuntimeError:
        return Path(named)
