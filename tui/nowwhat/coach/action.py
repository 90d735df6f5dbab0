"""Is a line one concrete action: the head of the line, what it names, and why not."""

from dataclasses import dataclass, replace

from nowwhat.coach.harm import Rules
from nowwhat.coach.lexicon import Acting, Rule
from nowwhat.coach.line import Line
from nowwhat.coach.phrases import Phrasebook
from nowwhat.coach.vocabulary import Vocabulary
from nowwhat.session.verdict import Reason


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found.

    Attributes:
        reasons: Why it is not one concrete action, the most helpful first.
        behaviour: A body does something in it.
        open: A model may know better: no phrase speaks against the line, or only a soft one.
    """

    reasons: tuple[Reason, ...]
    behaviour: bool
    open: bool = False


class Judge:
    """Knows an action from an understanding, a wish, a "not", a "maybe", a project."""

    def __init__(self, acting: Acting, reasons: dict[Reason, Rule], vocabulary: Vocabulary) -> None:
        """Read the rules."""
        self._frames = Phrasebook([("", acting.frames)], vocabulary)
        self._openers = Phrasebook([("", acting.openers)], vocabulary)
        self._acts = Phrasebook([("", acting.phrases)], vocabulary)
        self._soft = frozenset(acting.soft)
        self._reasons = Rules({one: reasons[one] for one in acting.order}, vocabulary)

    def _strip(self, line: Line, book: Phrasebook) -> Line:
        while True:
            opening = book.opening(line)
            if not opening or opening >= len(line.words):
                return line
            line = line_from(line, opening)

    def bare(self, line: Line) -> Line:
        """The line without "I will" and the like."""
        return self._strip(line, self._frames)

    def head(self, line: Line) -> Line:
        """The line from the action itself on."""
        return self._strip(self.bare(line), self._openers)

    def judge(self, line: Line) -> Finding:
        """Judge a line whose words for time are taken out."""
        bare = self.bare(line)
        reasons = [Reason(name) for name in self._reasons.holding(bare)]
        head = self._strip(bare, self._openers)
        if head is not bare:
            reasons += [
                Reason(name) for name in self._reasons.holding(head) if Reason(name) not in reasons
            ]
        behaviour = self._acts.holds(head)
        if not behaviour and not reasons:
            reasons = [Reason.NO_BEHAVIOUR]
        return Finding(tuple(reasons), behaviour, open=self._soft.issuperset(reasons))


def line_from(line: Line, start: int) -> Line:
    """The line from one of its words on."""
    while start < len(line.words) and line.words[start] in {",", ":", "."}:
        start += 1
    return replace(
        line, words=line.words[start:], starts=line.starts[start:], ends=line.ends[start:]
    )
