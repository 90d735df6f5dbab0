"""The one question that helps most, in words that vary by round and visit."""

from nowwhat.coach.lexicon import Questions
from nowwhat.session.verdict import Reason, Verdict

_PATIENCE = 3
"""From this round on, the time is asked for where the behaviour is there."""

_MARKS = " \t\r\n.,;:!?\u2026\"'\u201c\u201d"


class Asker:
    """Chooses a question."""

    def __init__(self, questions: Questions) -> None:
        """Keep the wordings."""
        self._questions = questions

    def ask(self, line: str, verdict: Verdict, turn: int, visit: int) -> str:
        """Ask about a safe line.

        Args:
            line: The person's words.
            verdict: What was found in them.
            turn: Which question this is, from 1.
            visit: Which session this is, from 0.
        """
        wanting = not verdict.reasons or turn >= _PATIENCE
        if verdict.behaviour and not verdict.when and wanting:
            asked = self._questions.when
        else:
            reason = verdict.reasons[0] if verdict.reasons else Reason.NO_BEHAVIOUR
            asked = self._questions.reasons[reason]
        words = " ".join(line.split()).strip(_MARKS)
        short = 0 < len(words) <= self._questions.longest
        choices = (*asked.quoting, *asked.plain) if short else asked.plain
        return choices[(turn - 1 + visit) % len(choices)].replace("{words}", words)
