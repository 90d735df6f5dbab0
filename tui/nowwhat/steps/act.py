"""The action: starters fill an editable line; below it the coach's question, ways to insist."""

from nowwhat.sitting.starters import turned
from nowwhat.steps.gated import Gated
from nowwhat.steps.writing import AT_ONCE


class ActStep(Gated):
    """Find one concrete, safe action."""

    def in_order(self, starters: tuple[str, ...], visit: int) -> tuple[str, ...]:
        """Begin elsewhere each visit."""
        return turned(starters, visit, AT_ONCE)

    def hand_over(self, text: str) -> None:
        """Offer the line."""
        self.answer(lambda sitting: sitting.offer(text))
