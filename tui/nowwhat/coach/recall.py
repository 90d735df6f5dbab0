"""Knowing an insight again."""

from collections.abc import Sequence

_CLOSE = 70.0
"""Of 100: parts pairs that say the same from pairs that only share words (`test_recall.py`)."""


def recall(text: str, earlier: Sequence[str]) -> tuple[int, ...]:
    """Which earlier insights are close to this one.

    Half of the score counts the words that both have, whatever stands between them; the other
    half their letters in order, so that one shared word is not enough.

    Args:
        text: The insight, folded.
        earlier: The ones before, folded.

    Returns:
        Their indices, the nearest first; equal ones in their order.
    """
    if not text or not earlier:
        return ()
    from rapidfuzz import fuzz  # noqa: PLC0415  # only when there is something to compare

    def score(one: str) -> float:
        in_order = fuzz.token_sort_ratio(text, one)
        shared = fuzz.token_set_ratio(text, one) if " " in text and " " in one else in_order
        return (in_order + shared) / 2

    scores = [(score(one), index) for index, one in enumerate(earlier)]
    return tuple(index for score, index in sorted(scores, key=_nearness) if score >= _CLOSE)


def _nearness(scored: tuple[float, int]) -> tuple[float, int]:
    score, index = scored
    return -score, index
