"""One sentence that reads a commitment back in the person's words."""

from collections.abc import Mapping

from nowwhat.coach.lexicon import Readback
from nowwhat.coach.line import read
from nowwhat.coach.phrases import Phrasebook
from nowwhat.coach.vocabulary import Vocabulary

_MARKS = " \t\r\n.,;:"


class Reader:
    """Reads back."""

    def __init__(
        self, words: Readback, spelling: Mapping[str, tuple[str, ...]], vocabulary: Vocabulary
    ) -> None:
        """Read what is taken off, and the sentences."""
        self._words = words
        self._spelling = spelling
        self._action = Phrasebook([("", words.strip)], vocabulary)
        self._if = Phrasebook([("", words.strip_if)], vocabulary)
        self._then = Phrasebook([("", words.strip_then)], vocabulary)

    def prove(self) -> None:
        """Read every phrase now."""
        for book in (self._action, self._if, self._then):
            book.prove()

    def _bare(self, text: str, *books: Phrasebook) -> str:
        text = " ".join(text.split()).strip(_MARKS)
        for book in books:
            while True:
                line = read(text, self._spelling)
                opening = book.opening(line)
                if not opening or opening >= len(line.words):
                    break
                text = text[line.starts[opening] :]
        return text

    def read(self, action: str, when: str, obstacle: str, response: str) -> str:
        """One or two sentences; parts may be empty."""
        does = self._bare(action, self._action)
        met = self._bare(obstacle, self._if)
        answer = self._bare(response, self._then, self._action)
        when = when.strip(_MARKS)
        if when and does:
            first = self._words.timed.replace("{when}", _capital(when))
        else:
            first = self._words.bare if does else ""
        first = first.replace("{action}", does if when else _capital(does))
        second = {
            (True, True): self._words.plan,
            (True, False): self._words.obstacle,
            (False, True): self._words.response,
            (False, False): "",
        }[bool(met), bool(answer)]
        second = second.replace("{obstacle}", met).replace("{response}", answer)
        return " ".join(part for part in (first, second) if part)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
