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

_PASSES = 8


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

    def facts(self, bare: Line) -> tuple[frozenset[Reason], bool, list[str]]:
        """What rules find in a line: reasons, whether a body does something, both for the model."""
        head = _strip(bare, self._openers)
        named = frozenset(
            Reason(name) for one in (bare, head) for name in self._reasons.holding(one)
        )
        behaviour = self._acts.holds(head) and Reason.INSIGHT_VERB not in named
        facts = [*named, "acts" if behaviour else "idle"]
        return named, behaviour, facts if named else [*facts, f"{facts[-1]} alone"]

    def judge(self, line: Line) -> Finding:
        """Judge a line: rules find, and the model, where there is one, weighs what they found.

        Args:
            line: A line whose words for time are taken out, so that they cannot matter.
        """
        bare = self.bare(line)
        named, behaviour, facts = self.facts(bare)
        reasons = tuple(sorted(named, key=self._order.__getitem__))
        if self._model is None:
            return Finding(reasons or (() if behaviour else (Reason.NO_BEHAVIOUR,)), behaviour)
        scores = self._model.scores(bare, facts, ("concrete", *self._order))
        if self._model.agrees("concrete", scores["concrete"], ruled=behaviour and not named):
            return Finding((), behaviour=True)
        likely = sorted(self._order, key=lambda one: -scores[one])
        agreed = (one for one in likely if self._model.agrees(one, scores[one], ruled=one in named))
        return Finding(tuple(agreed) or (likely[0],), behaviour)


def _strip(line: Line, book: Phrasebook) -> Line:
    """The line without what the book knows at its beginning; never nothing."""
    for _ in range(_PASSES):
        opening = book.opening(line)
        if not opening or opening >= len(line.words):
            break
        line = line.without(range(opening))
    return line
