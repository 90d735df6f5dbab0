"""A sitting from where it stands to its end: ask, hear, give, say, again."""

from nowwhat.plain.asking import ask_step
from nowwhat.plain.commands import LeaveAsked
from nowwhat.plain.dialogue import Again, Dialogue
from nowwhat.plain.lines import EndOfInputError
from nowwhat.session.errors import NotAnAnswerError
from nowwhat.session.script import Act, Note, Plan
from nowwhat.session.state import Ending
from nowwhat.sitting.sitting import Sitting


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
        except EndOfInputError as end:
            keep_half(sitting, end.half)
            raise
        except NotAnAnswerError:
            dialogue.lines.say(dialogue.words.plain.not_empty)
    for said in sitting.parting:
        dialogue.lines.say(said)
    return sitting.state.ending


def keep_half(sitting: Sitting, half: str) -> None:
    """Keep what was typed of an answer when the line was cut."""
    is_open = sitting.state.ending is Ending.OPEN
    if half.strip() and is_open and isinstance(sitting.prompt.step, Note | Plan | Act):
        sitting.typing(half)
