"""The act step in lines: starters, the coach's one question, and the ways to insist."""

from collections.abc import Callable

from nowwhat.packs.filling import fill
from nowwhat.plain.choosing import number_in, say_choices
from nowwhat.plain.commands import is_word
from nowwhat.plain.dialogue import Again, Dialogue
from nowwhat.sitting.prompt import Choice, Gate, Prompt, Reply
from nowwhat.sitting.starters import turned

_AT_ONCE = 4
"""Starters said at once: a list that is heard is short."""


def ask_action(dialogue: Dialogue, prompt: Prompt) -> Reply:
    """Ask for the action, or the coach's question about the line offered last."""
    if prompt.gate is None:
        return _ask_first(dialogue, prompt)
    gate = prompt.gate
    ready = (gate.right_person,) if gate.right_person else gate.smaller
    starters = turned(prompt.starters, dialogue.sitting.draft.visit, _AT_ONCE)[:_AT_ONCE]
    return ask_again(dialogue, gate, ready, ready or starters, dialogue.sitting.offer)


def _ask_first(dialogue: Dialogue, prompt: Prompt) -> Reply:
    words = dialogue.words
    starters = turned(prompt.starters, dialogue.sitting.draft.visit, _AT_ONCE)
    shown = min(_AT_ONCE, len(starters))

    def speak() -> None:
        dialogue.speak(prompt)
        if starters:
            dialogue.lines.say(words.plain.pick_or_write)
            say_choices(dialogue.lines, [Choice(line, line) for line in starters[:shown]])
            if shown < len(starters):
                dialogue.lines.say(words.plain.more_starters)

    speak()
    while True:
        line = dialogue.hear(speak)
        if is_word(line, words.command.more) and shown < len(starters):
            before, shown = shown, len(starters)
            rest = [Choice(line, line) for line in starters[before:]]
            say_choices(dialogue.lines, rest, before + 1)
            continue
        taken = number_in(line, shown)
        return dialogue.sitting.offer(starters[taken - 1] if taken else line)


def ask_again(
    dialogue: Dialogue,
    gate: Gate,
    ready: tuple[str, ...],
    numbered: tuple[str, ...],
    give: Callable[[str], Reply],
) -> Reply:
    """Ask the coach's question about a line that was not taken.

    Args:
        dialogue: The dialogue.
        gate: The coach's side of it.
        ready: Lines that are said with their numbers now.
        numbered: What a number means: these, or the starters said before.
        give: Gives another line to the sitting.
    """
    words, lines = dialogue.words, dialogue.lines

    def speak() -> None:
        lines.say()
        lines.say(gate.question)
        if ready:
            lines.say(words.plain.right_person if gate.right_person else words.plain.smaller_pieces)
            say_choices(lines, [Choice(line, line) for line in ready])
        if gate.may_misread:
            lines.say(fill(words.plain.misread, {"word": words.command.misread[0]}))
        if gate.may_keep:
            said = {"line": gate.line, "word": words.command.keep[0]}
            lines.say(fill(words.plain.keep, said))

    speak()
    line = dialogue.hear(speak)
    if gate.may_keep and is_word(line, words.command.keep):
        return dialogue.sitting.keep_my_words()
    if gate.may_misread and is_word(line, words.command.misread):
        return dialogue.sitting.misread()
    if is_word(line, (*words.command.keep, *words.command.misread)):
        raise Again  # neither is an action, also where it is not offered
    taken = number_in(line, len(numbered))
    return give(numbered[taken - 1] if taken else line)
