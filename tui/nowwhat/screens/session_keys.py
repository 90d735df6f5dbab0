"""The keys of the session screen, at its foot and in its help."""

from nowwhat.packs.screen_words import FootingWords, KeysWords
from nowwhat.steps.answering import Answering
from nowwhat.steps.breathe import BreatheStep
from nowwhat.steps.rate import RateStep
from nowwhat.steps.writing import Writing
from nowwhat.widgets.footing import Named, keys_of_breath


def keys_at_foot(step: Answering | None, words: FootingWords, *, may_postpone: bool) -> list[Named]:
    """Name the few that matter now.

    Args:
        step: The step that is open.
        words: The words.
        may_postpone: A check-in may be put off.
    """
    if isinstance(step, BreatheStep) and step.running:
        return keys_of_breath(words, paused=step.paused)
    leave: Named = ("Esc", words.leave, "screen.leave")
    if may_postpone:
        return [leave, ("F6", words.later, "screen.later")]
    return [("F3", words.back, "screen.back"), leave]


def keys_for_help(
    step: Answering | None, words: KeysWords, *, may_postpone: bool
) -> list[tuple[str, str]]:
    """List those of the step that is open, then those of the session."""
    told = _of_step(step, words)
    told += [("F3", words.back), ("F4", words.slower), ("Esc", words.leave)]
    return [*told, ("F6", words.later)] if may_postpone else told


def _of_step(step: Answering | None, words: KeysWords) -> list[tuple[str, str]]:
    match step:
        case Writing():
            return [("Enter", words.give_words), ("↓ ↑", words.starters)]
        case RateStep():
            return [("0-9", words.rate), ("← →", words.rate_arrows), ("Enter", words.give)]
        case BreatheStep():
            return [
                ("Space", words.pause),
                ("Esc", words.leave_breath),
                ("← →", words.length),
                ("c", words.count),
            ]
        case _:
            return [("↑ ↓", words.move), ("1-9", words.digit), ("Enter", words.take)]
