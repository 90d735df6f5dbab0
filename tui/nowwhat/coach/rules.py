"""Named rules: phrases that show something, and phrases that lift it again."""

from collections.abc import Mapping

from nowwhat.coach.lexicon import Rule
from nowwhat.coach.line import Line
from nowwhat.coach.phrases import Phrasebook
from nowwhat.coach.vocabulary import Vocabulary


class Rules:
    """Rules in an order; the first that holds says most."""

    def __init__(self, rules: Mapping[str, Rule], vocabulary: Vocabulary) -> None:
        """Read the rules, the most urgent first."""
        self._order = tuple(rules)
        self._shows = Phrasebook(((k, rule.phrases) for k, rule in rules.items()), vocabulary)
        self._lifts = Phrasebook(((k, rule.unless) for k, rule in rules.items()), vocabulary)

    def prove(self) -> None:
        """Read every phrase now."""
        self._shows.prove()
        self._lifts.prove()

    def holding(self, line: Line) -> tuple[str, ...]:
        """The names of the rules that hold, in their order."""
        shown = self._shows.labels(line)
        if not shown:
            return ()
        shown -= self._lifts.labels(line)
        return tuple(name for name in self._order if name in shown)

    def first(self, line: Line) -> str:
        """The name of the first rule that holds; empty where none does."""
        return next(iter(self.holding(line)), "")
