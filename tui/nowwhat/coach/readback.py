"""One sentence that reads a commitment back in the person's words."""

from collections.abc import Mapping

from nowwhat.coach.lexicon import Readback
from nowwhat.coach.line import read
from nowwhat.coach.phrases import Phrasebook
from nowwhat.coach.vocabulary import Vocabulary

_PASSES = 8
_MARKS = " \t\r\n.,;:!\u2026"


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
        self._own = Phrasebook([("", words.own)], vocabulary)

    def prove(self) -> None:
        """Read every phrase now."""
        for book in (self._action, self._if, self._then, self._own):
            book.prove()

    def read(self, action: str, when: str, obstacle: str, response: str) -> str:
        """One or two sentences; parts may be empty."""
        first = self._first(self._bare(action, self._action), when.strip(_MARKS))
        second = self._second(
            self._bare(obstacle, self._if), self._bare(response, self._then, self._action)
        )
        return " ".join(part for part in (first, second) if part)

    def _bare(self, text: str, *books: Phrasebook) -> str:
        """The text without what the books know at its beginning, and without stops at its end."""
        text = " ".join(text.split()).strip(_MARKS)
        for book in books:
            for _ in range(_PASSES):
                line = read(text, self._spelling)
                opening = book.opening(line)
                if not opening or opening >= len(line.words):
                    break
                text = text[line.starts[opening] :]
        return text

    def _first(self, action: str, when: str) -> str:
        """What, and when."""
        if not action or not when:
            return _put(self._words.bare, action=_capital(action)) if action else ""
        if self._is_own(action):
            action = _small(action)
        return _put(self._words.timed, when=_capital(when), action=action)

    def _second(self, obstacle: str, response: str) -> str:
        """What could get in the way, and what then."""
        own = self._is_own(response)
        match bool(obstacle), bool(response):
            case True, True:
                plan = self._words.plan_own if own else self._words.plan
            case True, False:
                plan = self._words.obstacle
            case False, True:
                plan = self._words.response_own if own else self._words.response
            case _:
                plan = ""
        return _put(plan, obstacle=obstacle, response=_small(response) if own else response)

    def _is_own(self, text: str) -> bool:
        return bool(self._own.opening(read(text, self._spelling)))


def _put(template: str, **words: str) -> str:
    """The template with the words in their places; braces in the words stay as they are."""
    pieces = []
    rest = template
    while rest:
        before, _, rest = rest.partition("{")
        pieces.append(before)
        if rest:
            name, _, rest = rest.partition("}")
            pieces.append(words.get(name, ""))
    return "".join(pieces)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
