"""Knowing an insight again."""

from collections.abc import Sequence

_CLOSE = 78.0
"""Of 100: measured on pairs that say the same and pairs that only share their words."""


def recall(text: str, earlier: Sequence[str]) -> tuple[int, ...]:
    """Which earlier insights are close to this one.

    Args:
        text: The insight.
        earlier: The ones before.

    Returns:
        Their indices, the nearest first; equal ones in their order.
    """
    if not earlier or not text.strip():
        return ()
    from rapidfuzz import fuzz, utils  # noqa: PLC0415  # only when there is something to compare

    scores = [
        (fuzz.token_set_ratio(text, one, processor=utils.default_process), index)
        for index, one in enumerate(earlier)
    ]
    close = sorted((-score, index) for score, index in scores if score >= _CLOSE)
    return tuple(index for _, index in close)
