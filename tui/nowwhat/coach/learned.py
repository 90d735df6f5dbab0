"""A small learned model beside the rules: linear, over hashed features of a line.

It knows what nobody wrote a phrase for, and how far each rule can be believed: what the rules
found is a feature too. Its weights are data in the pack (made by `tests/bench/train_coach.py`);
here is only how a line becomes features and features a score.
"""

from array import array
from base64 import b64decode
from collections.abc import Iterable, Iterator
from math import sqrt
from zlib import crc32, decompress

from nowwhat.coach.lexicon import Learned
from nowwhat.coach.line import STOPS, Line
from nowwhat.coach.vocabulary import Vocabulary

_WORDS = 64
"""Words of a line that are looked at."""

_STEM = 5
"""Letters that stand for a word in all its endings."""

_REACH = 4
"""Words behind a "not" that it may belong to."""

_HEAD = 2
"""Words at the beginning that are looked at as such: a verb, or a particle and a verb."""

FACT = 0.5
"""What a finding of the rules counts; the features of the words count 1 together."""

Places = tuple[list[int], list[int]]
"""Where the features of the words stand in a table of weights, and those of the findings."""


class Featurer:
    """Turns a line into the places of its features in a table of weights."""

    def __init__(self, vocabulary: Vocabulary, learned: Learned) -> None:
        """Index the classes of words by word.

        Args:
            vocabulary: The pack's classes.
            learned: Which of them are features, what turns a sense round, how large the table is.
        """
        self._buckets = learned.buckets
        self._nots = frozenset(learned.nots.split())
        self._classes: dict[str, tuple[str, ...]] = {}
        known = self._classes
        for name in learned.classes:
            tag = (f"<{name}>",)
            for word in vocabulary[name]:
                known[word] = known[word] + tag if word in known else tag

    def places(self, line: Line, facts: Iterable[str]) -> Places:
        """Where the features of a line stand, never none of its words.

        Args:
            line: The line.
            facts: What rules found in it.
        """
        buckets = self._buckets
        words = {
            crc32(name.encode("utf-8", "surrogatepass")) % buckets for name in self._names(line)
        }
        found = {crc32(f"={fact}".encode()) % buckets for fact in facts}
        return sorted(words), sorted(found)

    def _names(self, line: Line) -> Iterator[str]:
        """Words, stems, classes, neighbours, what is denied, how the line begins and ends."""
        words = line.words[:_WORDS]
        yield f"n{min(len(words) // 3, 5)}"
        before = last = "^"
        known: tuple[str, ...] = ()
        denied = 0
        for at, word in enumerate(words):
            classes = self._classes.get(word, ())
            yield word
            yield f"{last} {word}"
            yield f"{before} . {word}"
            if len(word) > _STEM:
                yield f"{word[:_STEM]}*"
            for name in classes:
                yield name
                yield f"{last} {name}"
                if at < _HEAD:
                    yield f"^{at} {name}"
                if denied > 0:
                    yield f"not {name}"
            for name in known:
                yield f"{name} {word}"
            if denied > 0:
                yield f"not {word}"
            if not classes:
                yield from _letters(word)
            denied = _REACH if word in self._nots else 0 if word in STOPS else denied - 1
            before, last, known = last, word, classes
        yield f"{last} $"


def _letters(word: str) -> Iterator[str]:
    """Four letters at a time of a word that no class has: it may be misspelt."""
    marked = f"<{word}>"
    for at in range(min(len(marked), 2 * _WORDS) - 3):
        yield f":{marked[at : at + 4]}"


class Model:
    """Scores of a line, one a question."""

    def __init__(self, learned: Learned, vocabulary: Vocabulary) -> None:
        """Unpack the weights."""
        self._featurer = Featurer(vocabulary, learned)
        self._heads = learned.heads
        self._weights = {
            name: array("b", decompress(b64decode(head.weights)))
            for name, head in learned.heads.items()
        }

    def scores(self, line: Line, facts: Iterable[str], names: Iterable[str]) -> dict[str, float]:
        """How surely each of these questions is answered with yes, above 0, or with no.

        Args:
            line: The line.
            facts: What rules found in it.
            names: Which questions.
        """
        words, found = self._featurer.places(line, facts)
        root = sqrt(len(words))
        scored: dict[str, float] = {}
        for name in names:
            head, weights = self._heads[name], self._weights[name].__getitem__
            total = sum(map(weights, words)) / root + FACT * sum(map(weights, found))
            scored[name] = head.bias + head.scale * total
        return scored

    def surest(self, line: Line, facts: Iterable[str], names: Iterable[str]) -> dict[str, float]:
        """The same for the line or for that one of its clauses which says it most surely."""
        best = self.scores(line, facts, names)
        clauses = list(line.sentences())
        for clause in clauses if len(clauses) > 1 else ():
            for name, score in self.scores(clause, facts, names).items():
                best[name] = max(best[name], score)
        return best

    def agrees(self, name: str, score: float, *, ruled: bool) -> bool:
        """Whether a score says yes; where a rule says so, less is enough."""
        head = self._heads[name]
        return score >= (head.floor if ruled else head.threshold)
