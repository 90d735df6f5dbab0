"""The coach: everything that the other rooms may ask."""

from collections.abc import Sequence
from typing import Literal

from nowwhat.coach.action import Finding, Judge
from nowwhat.coach.cues import Cue, find_cue
from nowwhat.coach.harm import Idioms, Rules
from nowwhat.coach.learned import Model
from nowwhat.coach.lexicon import Concern, Lexicon, Rule
from nowwhat.coach.line import Line, read
from nowwhat.coach.phrases import Phrasebook
from nowwhat.coach.vocabulary import Vocabulary
from nowwhat.coach.questions import Asker
from nowwhat.coach.readback import Reader
from nowwhat.coach.recall import recall
from nowwhat.coach.shrink import Shrinker
from nowwhat.session.verdict import Reason, Safety, Verdict


class Coach:
    """A lexicon, compiled once. It never raises on any text, and the same text has one verdict."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Compile.

        Args:
            lexicon: A pack's `coach.toml`.

        Raises:
            PhraseError: A phrase of it cannot be read.
        """
        self._lexicon = lexicon
        self._spelling = _spelling(lexicon.spelling)
        vocabulary = Vocabulary(lexicon.words | lexicon.topics, lexicon.shapes)
        self._idioms = Idioms(lexicon.harmless, vocabulary)
        self._concerns = Rules(_concerns(lexicon), vocabulary)
        self._help = Phrasebook([("", lexicon.help)], vocabulary)
        self._care = Rules(dict(lexicon.care), vocabulary)
        self._hard = Rules({"hard": lexicon.hard}, vocabulary)
        cues = lexicon.cues
        self._cues = Phrasebook(
            [("when", cues.when), ("where", cues.where), ("neither", cues.neither)], vocabulary
        )
        self._judge = Judge(lexicon.acting, lexicon.reasons, vocabulary)
        learned = lexicon.learned
        self._model = Model(learned, vocabulary, tuple(lexicon.topics)) if learned else None
        self._asker = Asker(lexicon.questions)
        self._shrinker = Shrinker(lexicon.fractions, vocabulary)
        self._reader = Reader(lexicon.readback, self._spelling, vocabulary)

    def _read(self, text: str) -> Line:
        return read(text, self._spelling)

    def judge(self, line: str) -> Verdict:
        """Judge a line: its safety first, then whether it is one concrete action.

        Args:
            line: Any text.
        """
        words = self._read(line)
        concern = self._concern(words)
        cue = find_cue(words, self._cues)
        finding = self._weigh(self._judge.judge(cue.rest), self._judge.bare(cue.rest))
        return Verdict(
            concrete=not finding.reasons,
            reasons=finding.reasons,
            safety=Safety(self._lexicon.concerns[concern].level) if concern else Safety.OK,
            concern=concern,
            behaviour=finding.behaviour,
            when=cue.when,
            where=cue.where,
        )

    def _weigh(self, finding: Finding, bare: Line) -> Finding:
        """The finding of the rules, where the model does not know better."""
        if self._model is None or not finding.open:
            return finding
        answer = self._model.answer(bare, "concrete")
        if answer is True:
            return Finding((), behaviour=True)
        if answer is False and not finding.reasons:
            return Finding((Reason.NO_BEHAVIOUR,), behaviour=finding.behaviour)
        return finding

    def _concern(self, words: Line) -> str:
        """The kind of harm; empty where there is none."""
        plain = self._idioms.without(words)
        held = next(iter(self._concerns.holding(plain)), "")
        known = self._lexicon.concerns
        if self._model is None or (held and known[held].level == "stop"):
            return held
        if not held and (self._help.holds(plain) or not self._model.answer(plain, "unsafe")):
            return ""
        grave = self._model.answer(plain, "stop")
        return self._lexicon.unclear_stop if grave else held or self._lexicon.unclear_ask

    def cue_in(self, text: str) -> Cue:
        """The words of a text that say when and where."""
        return find_cue(self._read(text), self._cues)

    def question(self, line: str, verdict: Verdict, round: int, visit: int) -> str:  # noqa: A002
        """The one question that helps most; for an unsafe line the fixed words of its concern.

        Args:
            line: The person's words.
            verdict: What `judge` found in them.
            round: Which question about this action this is, from 1.
            visit: Which session this is; wordings vary with it.
        """
        if verdict.safety is not Safety.OK and verdict.concern in self._lexicon.concerns:
            words = self._lexicon.concerns[verdict.concern].words
            return words[visit % len(words)]
        return self._asker.ask(line, verdict, round, visit)

    def right_person(self, concern: str) -> str:
        """A ready action, "contact the right person about it"; empty for an unknown concern."""
        known = self._lexicon.concerns.get(concern)
        return known.right_person if known else ""

    def shrink(self, line: str) -> tuple[str, ...]:
        """Three fractions of a line, or none where it has none or is not safe."""
        words = self._read(line)
        if self._concern(words) or self.hears(line):
            return ()
        return self._shrinker.shrink(self._judge.head(find_cue(words, self._cues).rest))

    def acknowledge(self, text: str) -> Literal["causal", "hard"]:
        """Whether "That might be true." may be said to an insight."""
        words = self._read(text)
        if self._hard.holding(words) or self.hears(text):
            return "hard"
        return "hard" if self._model and self._model.answer(words, "hard") else "causal"

    def hears(self, text: str) -> str:
        """The kind of call for help in a text; empty where there is none."""
        words = self._idioms.without(self._read(text))
        held = next(iter(self._care.holding(words)), "")
        answer = self._model.answer(words, "care") if self._model else None
        if self._model is None or answer is None:
            return held
        if answer:
            return held or self._model.likeliest(words, tuple(self._lexicon.care))
        return ""

    def recall(self, text: str, earlier: Sequence[str]) -> tuple[int, ...]:
        """Indices of earlier insights that are close to this one, nearest first."""
        return recall(text, earlier)

    def readback(self, action: str, when: str, obstacle: str, response: str) -> str:
        """A commitment in one or two sentences; parts may be empty."""
        return self._reader.read(action, when, obstacle, response)


def _concerns(lexicon: Lexicon) -> dict[str, Rule]:
    """The rules of each kind of harm, `stop` before `ask`."""
    ranked = sorted(lexicon.concerns.items(), key=lambda one: one[1].level != "stop")
    return {name: _whole(concern, lexicon) for name, concern in ranked}


def _whole(concern: Concern, lexicon: Lexicon) -> Rule:
    heard = lexicon.care[concern.hears].phrases if concern.hears else ""
    helped = lexicon.help if concern.helped else ""
    return Rule(phrases=f"{concern.phrases}\n{heard}", unless=f"{concern.unless}\n{helped}")


def _spelling(source: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in source.splitlines():
        others, _, words = line.partition("=")
        if words:
            found.update(dict.fromkeys(others.split(), tuple(words.split())))
    return found
