"""The coach: everything that the other rooms may ask of it."""

from collections.abc import Sequence
from typing import Literal

from nowwhat.coach.action import Judge
from nowwhat.coach.cues import Cue, CueFinder
from nowwhat.coach.harm import Harm
from nowwhat.coach.learned import Model
from nowwhat.coach.lexicon import Lexicon
from nowwhat.coach.line import Line, read
from nowwhat.coach.phrases import Phrasebook
from nowwhat.coach.questions import Asker
from nowwhat.coach.readback import Reader
from nowwhat.coach.recall import recall
from nowwhat.coach.shrink import Shrinker
from nowwhat.coach.spelling import spellings
from nowwhat.coach.vocabulary import Vocabulary
from nowwhat.session.verdict import Safety, Verdict


class Coach:
    """A lexicon, compiled once. It never raises on any text, and the same text has one verdict."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Compile.

        Args:
            lexicon: A pack's `coach.toml`.

        Raises:
            PhraseError: A class of words or the beginning of a phrase cannot be read.
        """
        self._lexicon = lexicon
        self._spelling = spellings(lexicon.spelling)
        vocabulary = Vocabulary(lexicon.words | lexicon.topics, lexicon.shapes)
        learned = lexicon.learned
        model = Model(learned, vocabulary) if learned else None
        self._harm = Harm(lexicon, vocabulary, model)
        self._common = frozenset(lexicon.common.split())
        self._hard = Phrasebook([("hard", lexicon.hard)], vocabulary)
        self._model = model
        self._cues = CueFinder(lexicon.cues, vocabulary)
        self._judge = Judge(lexicon.acting, lexicon.reasons, vocabulary, model)
        self._asker = Asker(lexicon.questions)
        self._shrinker = Shrinker(lexicon.shrinking, vocabulary)
        self._reader = Reader(lexicon.readback, self._spelling, vocabulary)

    def prove(self) -> None:
        """Read every phrase now, not when its first word is met.

        Raises:
            PhraseError: One cannot be read; its message says which.
        """
        rooms = (self._harm, self._cues, self._judge, self._shrinker, self._reader, self._hard)
        for room in rooms:
            room.prove()

    def _read(self, text: str) -> Line:
        return read(text, self._spelling)

    def judge(self, line: str) -> Verdict:
        """Judge a line: its safety first, then whether it is one concrete action.

        Args:
            line: Any text.
        """
        words = self._read(line)
        concern = self._harm.concern(words)
        cue = self._cues.find(words)
        finding = self._judge.judge(cue.rest)
        return Verdict(
            concrete=not finding.reasons,
            reasons=finding.reasons,
            safety=Safety(self._lexicon.concerns[concern].level) if concern else Safety.OK,
            concern=concern,
            behaviour=finding.behaviour,
            when=cue.when,
            where=cue.where,
        )

    def cue_in(self, text: str) -> Cue:
        """The words of a text that say when and where."""
        return self._cues.find(self._read(text))

    def question(self, line: str, verdict: Verdict, round: int, visit: int) -> str:  # noqa: A002  # the word of the session
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
        """A ready action, "contact the right person about it"; empty where there is none."""
        known = self._lexicon.concerns.get(concern)
        return known.right_person if known else ""

    def shrink(self, line: str) -> tuple[str, ...]:
        """Three fractions of a line that could each be chosen at once, or none.

        There are none of a line that is not safe or a fraction already, nor where one of them would
        be turned away.
        """
        words = self._read(line)
        small = self._shrinker.is_small(words)
        if small or self._harm.concern(words) or self._harm.call(words):
            return ()
        parts = self._shrinker.shrink(self._judge.head(self._cues.find(words).rest))
        return parts if all(self.judge(part).accepted for part in parts) else ()

    def acknowledge(self, text: str) -> Literal["causal", "hard"]:
        """Whether "That might be true." may be said to an insight."""
        words = self._read(text)
        ruled, facts = self.hardship(words)
        if self._model is None:
            return "hard" if ruled else "causal"
        score = self._model.surest(words, facts, ("hard",))["hard"]
        return "hard" if self._model.agrees("hard", score, ruled=ruled) else "causal"

    def hardship(self, words: Line) -> tuple[bool, list[str]]:
        """Whether rules find an insight hard, and what the model is told of it."""
        plain, facts = self._harm.facts(words)
        calls = self._harm.called(plain, facts)
        hard = self._hard.holds(words)
        return hard or bool(calls), [*facts, "hard"] if hard else facts

    def hears(self, text: str) -> str:
        """The kind of call for help in a text; empty where there is none."""
        return self._harm.call(self._read(text))

    def recall(self, text: str, earlier: Sequence[str]) -> tuple[int, ...]:
        """Indices of earlier insights that are close to this one, nearest first."""
        if not earlier:
            return ()
        return recall(self._folded(text), [self._folded(one) for one in earlier])

    def _folded(self, text: str) -> str:
        """The words that say what a text is about, spelled one way; all, where none does."""
        words = [word for word in self._read(text).words if word[0].isalnum()]
        return " ".join([word for word in words if word not in self._common] or words)

    def readback(self, action: str, when: str, obstacle: str, response: str) -> str:
        """A commitment in one or two sentences; parts may be empty."""
        return self._reader.read(action, when, obstacle, response)
