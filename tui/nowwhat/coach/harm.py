"""What is likely to hurt someone, and calls for help: rules and model over a line."""

from dataclasses import replace

from nowwhat.coach.learned import Model
from nowwhat.coach.lexicon import Concern, Lexicon, Rule
from nowwhat.coach.line import Line
from nowwhat.coach.phrases import Phrasebook
from nowwhat.coach.rules import Rules
from nowwhat.coach.vocabulary import Vocabulary

_HOLE = "\x00"

Facts = list[str]
"""What rules found in a line, for the model."""


class Harm:
    """Knows a line that should not be planned, and a person who should not be left alone."""

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary, model: Model | None) -> None:
        """Read the rules; `stop` is looked for before `ask`."""
        self._known = lexicon.concerns
        self._unclear = (lexicon.unclear_ask, lexicon.unclear_stop)
        ranked = sorted(lexicon.concerns.items(), key=lambda one: one[1].level != "stop")
        whole = {name: _whole(concern, lexicon) for name, concern in ranked}
        self._concerns = Rules(whole, vocabulary)
        self._calls = Rules({str(kind): rule for kind, rule in lexicon.care.items()}, vocabulary)
        self._kinds = tuple(lexicon.care)
        self._idioms = Phrasebook([("", lexicon.harmless)], vocabulary)
        self._help = Phrasebook([("", lexicon.help)], vocabulary)
        self._model = model

    def prove(self) -> None:
        """Read every phrase now."""
        for rules in (self._concerns, self._calls, self._idioms, self._help):
            rules.prove()

    def plain(self, line: Line) -> Line:
        """The line with a hole where each idiom stood: what sounds like harm and is none."""
        holes = {at for found in self._idioms.all(line) for at in range(found.start, found.end)}
        words = tuple(_HOLE if at in holes else word for at, word in enumerate(line.words))
        return replace(line, words=words) if holes else line

    def facts(self, line: Line) -> tuple[Line, Facts]:
        """The line without idioms, and what the model is told of it beside its words."""
        plain = self.plain(line)
        facts = ["idiom"] if plain is not line else []
        if self._help.holds(plain):
            facts.append("help")
        return plain, facts

    def concerned(self, plain: Line, facts: Facts) -> tuple[str, ...]:
        """The kinds of harm that rules know in a line, the gravest first; added to the facts."""
        held = self._concerns.holding(plain)
        facts += (f"concern {name}" for name in held)
        facts += {f"level {self._known[name].level}" for name in held}
        return held

    def called(self, plain: Line, facts: Facts) -> tuple[str, ...]:
        """The calls for help that rules know in a line; added to the facts."""
        calls = self._calls.holding(plain)
        facts += (f"call {kind}" for kind in calls)
        facts += ["call"] if calls else []
        return calls

    def concern(self, line: Line) -> str:
        """The kind of harm in a line; empty where there is none.

        What a rule knows as grave stands. Of what else may hurt the model says whether it does, and
        how gravely; what it finds alone has a concern that names no kind.
        """
        plain, facts = self.facts(line)
        held = self.concerned(plain, facts)
        first = held[0] if held else ""
        if self._model is None or (first and self._known[first].level == "stop"):
            return first
        scores = self._model.surest(plain, facts, ("unsafe", "stop"))
        hurts = self._model.agrees("unsafe", scores["unsafe"], ruled=bool(held))
        ask, stop = self._unclear
        if self._model.agrees("stop", scores["stop"], ruled=hurts):
            return stop
        return (first or ask) if hurts else ""

    def call(self, line: Line) -> str:
        """The kind of call for help in a line; empty where there is none."""
        plain, facts = self.facts(line)
        calls = self.called(plain, facts)
        first = calls[0] if calls else ""
        if self._model is None:
            return first
        score = self._model.surest(plain, facts, ("care",))["care"]
        if not self._model.agrees("care", score, ruled=bool(calls)):
            return ""
        kinds = self._model.scores(plain, facts, self._kinds) if not first else {}
        return first or max(self._kinds, key=kinds.__getitem__)


def _whole(concern: Concern, lexicon: Lexicon) -> Rule:
    """The rule of a concern, with the call for help that it hears and the help that lifts it."""
    heard = lexicon.care[concern.hears].phrases if concern.hears else ""
    helped = lexicon.help if concern.helped else ""
    return Rule(phrases=f"{concern.phrases}\n{heard}", unless=f"{concern.unless}\n{helped}")
