"""Numbered choices: said one a line, taken by number or by their words."""

from collections.abc import Callable, Sequence

from nowwhat.packs.filling import fill
from nowwhat.plain.dialogue import Dialogue
from nowwhat.plain.lines import Lines
from nowwhat.sitting.prompt import Choice


def say_choices(lines: Lines, choices: Sequence[Choice], first: int = 1) -> None:
    """Say choices with their numbers."""
    for number, choice in enumerate(choices, first):
        tail = f". {choice.hint}" if choice.hint else ""
        lines.say(f"  {number}  {choice.words}{tail}")


def choose(dialogue: Dialogue, choices: Sequence[Choice], speak: Callable[[], None]) -> str:
    """Hear until a choice is made; answers with its id."""
    while True:
        line = dialogue.hear(speak)
        chosen = choice_in(line, choices)
        if chosen is not None:
            return chosen.id
        dialogue.lines.say(fill(dialogue.words.plain.not_a_choice, {"top": len(choices)}))


def choice_in(line: str, choices: Sequence[Choice]) -> Choice | None:
    """Find the choice that a line makes: its number, its words, or a beginning of one's words."""
    number = number_in(line, len(choices))
    if number:
        return choices[number - 1]
    said = " ".join(line.split()).casefold().rstrip(".")
    for choice in choices:
        if said in (choice.id.casefold(), choice.words.casefold().rstrip(".")):
            return choice
    begun = [choice for choice in choices if said and choice.words.casefold().startswith(said)]
    return begun[0] if len(begun) == 1 else None


def rating_in(line: str, top: int) -> int | None:
    """Find the whole number from 0 to `top` that a line is; none where it is not one."""
    said = line.strip()
    digits = said.lstrip("0") or said[:1]
    if not (said.isascii() and said.isdigit()) or len(digits) > len(str(top)):
        return None
    return int(digits) if int(digits) <= top else None


def number_in(line: str, top: int) -> int:
    """Find the number from 1 to `top` that a line is; 0 where it is none."""
    said = line.strip().rstrip(".)")
    number = int(said) if said.isascii() and said.isdigit() and len(said) <= len(str(top)) else 0
    return number if number <= top else 0
