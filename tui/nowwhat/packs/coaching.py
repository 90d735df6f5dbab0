"""What `coach.toml` owes beyond its shape: a rule, a place and a question for each reason."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import get_args

from nowwhat.coach.lexicon import Call, Lexicon, Questions
from nowwhat.packs.decode import Place
from nowwhat.packs.faults import Fault, nearest
from nowwhat.session.verdict import Reason

_PLACE = Place("coach.toml")
_READBACK = {
    "timed": {"action", "when"},
    "bare": {"action"},
    "plan": {"obstacle", "response"},
    "plan_own": {"obstacle", "response"},
    "obstacle": {"obstacle"},
    "response": {"response"},
    "response_own": {"response"},
}
"""What each sentence of the readback is filled with."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def lexicon_faults(lexicon: Lexicon) -> Iterator[Fault]:
    """List what would leave the coach without a rule or without a word."""
    order = Counter(lexicon.acting.order)
    for reason in Reason:
        if reason not in lexicon.reasons:
            yield _PLACE.fault(f"reasons.{reason}", "a table, which is missing")
        if order[reason] != 1:
            yield _PLACE.fault("acting.order", f"{str(reason)!r} once")
    for call in get_args(Call):
        if call not in lexicon.care:
            yield _PLACE.fault(f"care.{call}", "a table, which is missing")
    unclear = {"unclear_ask": lexicon.unclear_ask, "unclear_stop": lexicon.unclear_stop}
    for key, name in unclear.items():
        if name not in lexicon.concerns:
            known = nearest(name, lexicon.concerns)
            yield _PLACE.fault(key, f"one of concerns, not {name!r}{known}")
    for name, concern in lexicon.concerns.items():
        yield from _wordings(f"concerns.{name}.words", concern.words)
    yield from _question_faults(lexicon.questions)
    for key, filled in _READBACK.items():
        words: str = getattr(lexicon.readback, key)
        if set(_PLACEHOLDER.findall(words)) != filled or not words.strip():
            named = " and ".join(f"{{{name}}}" for name in sorted(filled))
            yield _PLACE.fault(f"readback.{key}", f"{named}, and no other: {words!r}")


def _question_faults(questions: Questions) -> Iterator[Fault]:
    yield from _wordings("questions.when.plain", questions.when.plain)
    for reason in Reason:
        asked, key = questions.reasons.get(reason), f"questions.reasons.{reason}"
        if asked is None:
            yield _PLACE.fault(key, "a table, which is missing")
            continue
        yield from _wordings(f"{key}.plain", asked.plain)
        for words in asked.quoting:
            if _PLACEHOLDER.findall(words) != ["words"]:
                yield _PLACE.fault(f"{key}.quoting", f"{{words}} once, and no other: {words!r}")


def _wordings(key: str, words: tuple[str, ...]) -> Iterator[Fault]:
    if not words or not all(map(str.strip, words)):
        yield _PLACE.fault(key, "at least one wording, and none of them blank")
    for word in words:
        for name in _PLACEHOLDER.findall(word):
            yield _PLACE.fault(key, f"no {{{name}}}; nothing is filled in here")
