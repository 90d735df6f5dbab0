"""A sitting from where it stands to its end: ask, hear, give, say, again."""

from nowwhat.plain.asking import ask_step
from nowwhat.plain.commands import LeaveAsked
from nowwhat.plain.dialogue import Again, Dialogue
from nowwhat.session.errors import NotAnAnswerError
from nowwhat.session.state import Ending


def converse(dialogue: Dialogue) -> Ending:
    """Go on until the sitting ends.

    Raises:
        EndOfInputError: No more lines come. Everything given is kept.
        Postponed: It is a check-in, and the person puts it off.
    """
    sitting = dialogue.sitting
    while sitting.state.ending is Ending.OPEN:
        try:
            dialogue.reply(ask_step(dialogue, sitting.prompt))
        except Again:
            continue
        except LeaveAsked:
            return dialogue.leave()
        except NotAnAnswerError:
            dialogue.lines.say(dialogue.words.plain.not_empty)
    for said in sitting.parting:
        dialogue.lines.say(said)
    return sitting.state.ending
