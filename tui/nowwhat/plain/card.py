"""The card in lines."""

from nowwhat.plain.lines import Lines
from nowwhat.session.state import State
from nowwhat.sitting.card import card_lines, card_of
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.draft import Draft


def say_card(lines: Lines, desk: Desk, draft: Draft, state: State) -> None:
    """Say what one takes along; nothing where there is no action, as a led hour may end."""
    words, face = desk.pack.words.card, card_of(desk.journal, draft, state)
    if not face.action:
        return
    lines.say(words.title)
    for said in card_lines(face, words):
        lines.say(said)
