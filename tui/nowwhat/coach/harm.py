"""What is likely to hurt someone, and calls for help: rules and model over a line."""

from dataclasses import replace

from nowwhat.coach.learned import Model
from nowwhat.coach.lexicon import Concern, Lexicon, Rule
from nowwhat.coach.line import Line
from nowwhat.coach.phrases import Phrasebook
from nowwhat.coach.rules import Rules
from nowwhat.coach.vocabulary import Vocabulary

_HOLE = "\x00"


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

    def concern(self, line: Line) -> str:
        """The kind of harm in a line; empty where there is none.

        What a rule knows as grave stands. The model adds what no rule knows, unless somebody who
        knows about it is asked, and may find a lesser harm grave.
        """
        plain = self.plain(line)
        held = self._concerns.first(plain)
        if self._model is None or (held and self._known[held].level == "stop"):
            return held
        if not held:
            asked = self._help.holds(plain)
            if asked or not self._model.any_sentence(plain, "unsafe"):
                return ""
        ask, stop = self._unclear
        return stop if self._model.any_sentence(plain, "stop") else held or ask

    def call(self, line: Line) -> str:
        """The kind of call for help in a line; empty where there is none."""
        plain = self.plain(line)
        heard = self._calls.first(plain)
        if heard or self._model is None or not self._model.any_sentence(plain, "care"):
            return heard
        return self._model.likeliest(plain, self._kinds)


def _whole(concern: Concern, lexicon: Lexicon) -> Rule:
    """The rule of a concern, with the call for help that it hears and the help that lifts it."""
    heard = lexicon.care[concern.hears].phrases if concern.hears else ""
    helped = lexicon.help if concern.helped else ""
    return Rule(phrases=f"{concern.phrases}\n{heard}", unless=f"{concern.unless}\n{helped}")
