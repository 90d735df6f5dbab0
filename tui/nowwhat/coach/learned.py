"""A small learned model beside the rules: linear, over hashed features of a line.

It knows what nobody wrote a phrase for. Its weights are data in the pack (made by
`tests/bench/train_coach.py`); here is only how a line becomes features and features a score.
"""

from array import array
from base64 import b64decode
from collections.abc import Iterator
from itertools import combinations
from math import sqrt
from zlib import crc32, decompress

from nowwhat.coach.lexicon import Learned
from nowwhat.coach.line import Line
from nowwhat.coach.vocabulary import Vocabulary

_WORDS = 64
"""Words of a line that are looked at."""

_STEM = 5
"""Letters that stand for a word in all its endings."""


class Featurer:
    """Turns a line into the places of its features in a table of weights."""

    def __init__(
        self, vocabulary: Vocabulary, names: tuple[str, ...], topics: tuple[str, ...], buckets: int
    ) -> None:
        """Index the classes of words by word.

        Args:
            vocabulary: The pack's classes.
            names: Those that are features.
            topics: Those of them that are features two at a time as well.
            buckets: Size of the table.
        """
        self._buckets = buckets
        self._topics = frozenset(topics)
        self._classes: dict[str, tuple[str, ...]] = {}
        for name in (*names, *topics):
            for word in vocabulary[name]:
                self._classes[word] = (*self._classes.get(word, ()), name)

    def places(self, line: Line) -> set[int]:
        """Where the features of a line stand; never empty."""
        return {
            crc32(name.encode("utf-8", "surrogatepass")) % self._buckets
            for name in self._names(line)
        }

    def _names(self, line: Line) -> Iterator[str]:
        """Words, stems, classes, neighbours, and how the line begins and ends."""
        words = line.words[:_WORDS]
        yield f"n{min(len(words) // 3, 5)}"
        before = last = "^"
        known: tuple[str, ...] = ()
        seen: set[str] = set()
        for at, word in enumerate(words):
            classes = self._classes.get(word, ())
            yield word
            yield f"{last} {word}"
            yield f"{before} . {word}"
            if len(word) > _STEM:
                yield f"{word[:_STEM]}*"
            for name in classes:
                yield f"<{name}>"
                if name in self._topics:
                    seen.add(name)
                    continue
                yield f"{last} <{name}>"
                if at < 2:  # noqa: PLR2004  # the head: a verb, or a particle and a verb
                    yield f"^{at} <{name}>"
            for name in known:
                if name not in self._topics:
                    yield f"<{name}> {word}"
            before, last, known = last, word, classes
        yield f"{last} $"
        for one, other in combinations(sorted(seen), 2):
            yield f"<{one}> & <{other}>"


class Model:
    """Scores of a line, one a question."""

    def __init__(self, learned: Learned, vocabulary: Vocabulary, topics: tuple[str, ...]) -> None:
        """Unpack the weights."""
        self._featurer = Featurer(vocabulary, learned.classes, topics, learned.buckets)
        self._heads = learned.heads
        self._weights = {
            name: array("b", decompress(b64decode(head.weights)))
            for name, head in learned.heads.items()
        }

    def scores(self, line: Line, *names: str) -> tuple[float, ...]:
        """Log-odds that each of these questions is answered with yes."""
        places = self._featurer.places(line)
        root = sqrt(len(places))
        return tuple(self._score(places, root, name) for name in names)

    def _score(self, places: set[int], root: float, name: str) -> float:
        head = self._heads[name]
        total = sum(map(self._weights[name].__getitem__, places))
        return head.bias + head.scale * total / root

    def answer(self, line: Line, name: str) -> bool | None:
        """Yes, no, or what the rules say where the model is not sure enough."""
        (score,) = self.scores(line, name)
        head = self._heads[name]
        return True if score >= head.threshold else False if score < head.floor else None

    def any_sentence(self, line: Line, name: str) -> bool:
        """Whether the answer is yes for the line or for one of its clauses."""
        return any(self.answer(one, name) for one in dict.fromkeys((line, *line.sentences())))

    def likeliest(self, line: Line, names: tuple[str, ...]) -> str:
        """Which of these questions is answered with yes most likely."""
        return max(zip(self.scores(line, *names), names, strict=True))[1]
