"""Through a slow link: a key is seen about as soon as the link allows, also while one types on."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.end_to_end.questions import WORDS
from tests.wire.slow_link import FLOOR, SlowLink

TYPED = "I put it off, I fear it"
BETWEEN = 0.15
"""Seconds between two keys of somebody who types fast."""


@pytest.fixture
def link(tmp_path: Path) -> Iterator[SlowLink]:
    link = SlowLink(tmp_path / "data")
    yield link
    link.end()


def echoes(link: SlowLink) -> list[float]:
    """Type; seconds until each letter was seen."""
    opened = link.run_until(time.monotonic() + 60, WORDS.footing.leave_quickly)
    assert opened is not None, "the first screen came through"
    pressed: list[float] = []
    seen: list[float] = []
    while len(pressed) < len(TYPED):
        pressed.append(link.press(TYPED[len(pressed)]))
        until = pressed[-1] + BETWEEN
        while len(seen) < len(pressed) and time.monotonic() < until:
            came = link.run_until(until, TYPED[: len(seen) + 1].rstrip() + "")
            if came is not None:
                seen.append(came)
        link.run_until(until)
    while len(seen) < len(TYPED):
        came = link.run_until(time.monotonic() + 30, TYPED[: len(seen) + 1].rstrip())
        assert came is not None
        seen.append(came)
    return [there - here for here, there in zip(pressed, seen, strict=True)]


def test_a_key_is_seen_about_as_soon_as_the_link_allows(link: SlowLink) -> None:
    taken = sorted(echoes(link))
    p99 = taken[round(0.99 * (len(taken) - 1))]
    assert p99 < 1.5 * FLOOR, f"p99 {p99:.3f} s, floor {FLOOR:.3f} s"
    print(f"p50 {taken[len(taken) // 2]:.3f} s, p99 {p99:.3f} s, floor {FLOOR:.3f} s")  # noqa: T201 - a figure
