"""On the way out of a sitting: for now, or for good."""

from nowwhat.packs.words import Words
from nowwhat.screens.question import Question
from nowwhat.sitting.prompt import Choice


def leaving_question(words: Words, *, committed: bool) -> Question:
    """Ask how to leave; what is committed to is not set down."""
    said = words.leaving
    choices = [Choice("leave", said.leave, said.leave_hint)]
    if not committed:
        choices.append(Choice("set_down", said.set_down, said.set_down_hint))
    choices.append(Choice("stay", said.stay))
    before = [said.committed] if committed else []
    return Question(words, said.ask, choices, says=before, otherwise="stay")
