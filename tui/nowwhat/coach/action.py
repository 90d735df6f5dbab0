"""Is a line one concrete action: the head of the line, what it names, and why not."""

from collections.abc import Mapping
from dataclasses import dataclass

from nowwhat.coach.learned import Model
from nowwhat.coach.lexicon import Acting, Rule
from nowwhat.coach.line import Line
from nowwhat.coach.phrases import Phrasebook
from nowwhat.coach.rules import Rules
from nowwhat.coach.vocabulary import Vocabulary
from nowwhat.session.verdict import Reason


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found.

    Attributes:
        reasons: Why it is not one concrete action, the most helpful first.
        behaviour: A body does something in it.
    """

    reasons: tuple[Reason, ...]
    behaviour: bool


class Judge:
    """Knows an action from an understanding, a wish, a "not", a "maybe", a project."""

    def __init__(
        self,
        acting: Acting,
        reasons: Mapping[Reason, Rule],
        vocabulary: Vocabulary,
        model: Model | None,
    ) -> None:
        """Read the rules."""
        self._frames = Phrasebook([("", acting.frames)], vocabulary)
        self._openers = Phrasebook([("", acting.openers)], vocabulary)
        self._acts = Phrasebook([("", acting.phrases)], vocabulary)
        self._order = {reason: place for place, reason in enumerate(acting.order)}
        self._soft = frozenset(acting.soft)
        self._reasons = Rules({one: reasons[one] for one in acting.order}, vocabulary)
        self._model = model

    def prove(self) -> None:
        """Read every phrase now."""
        for book in (self._frames, self._openers, self._acts, self._reasons):
            book.prove()

    def bare(self, line: Line) -> Line:
        """The line without "I will" and the like."""
        return _strip(line, self._frames)

    def head(self, line: Line) -> Line:
        """The line from the action itself on."""
        return _strip(self.bare(line), self._openers)

    def judge(self, line: Line) -> Finding:
        """Judge a line.

        The rules decide, and the model only where no reason stands, or only a soft one.

        Args:
            line: A line whose words for time are taken out, so that they cannot matter.
        """
        bare = self.bare(line)
        head = _strip(bare, self._openers)
        named = {Reason(name) for one in (bare, head) for name in self._reasons.holding(one)}
        reasons = tuple(sorted(named, key=self._order.__getitem__))
        behaviour = self._acts.holds(head)
        if not behaviour and not reasons:
            reasons = (Reason.NO_BEHAVIOUR,)
        if self._model is not None and self._soft.issuperset(reasons):
            answer = self._model.answer(bare, "concrete")
            if answer is True:
                return Finding((), behaviour=True)
            if answer is False and not reasons:
                return Finding((Reason.NO_BEHAVIOUR,), behaviour)
        return Finding(reasons, behaviour)


def _strip(line: Line, book: Phrasebook) -> Line:
    """The line without what the book knows at its beginning; never nothing."""
    while True:
        opening = book.opening(line)
        if not opening or opening >= len(line.words):
            return line
        line = line.without(range(opening))
