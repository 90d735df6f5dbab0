"""What a simulated participant is like: how fast they write, whether they dawdle, drop, share."""

import msgspec

from nowwhat.group.chance import Chance


class Manner(msgspec.Struct, frozen=True):
    """How somebody goes about it; times in seconds.

    Attributes:
        comes: When they join, after the rehearsal began.
        types: Characters a second.
        thinks: Before an answer.
        silent: They write nothing, and are never ready.
        drops: When their line drops; none: it holds.
        away: How long it is gone then.
        leaves: When they leave before the end; none: they stay.
        shares: They share what they committed to.
        named: With their name.
        regrets: They take it back after so long; none: they leave it.
        speaks: They ask to be spoken to.
        wants_buddy: They ask for a buddy.
    """

    comes: float
    types: float
    thinks: float
    silent: bool
    drops: float | None
    away: float
    leaves: float | None
    shares: bool
    named: bool
    regrets: float | None
    speaks: bool
    wants_buddy: bool


HOUR = 3000.0
"""Seconds in which what may happen at any time happens."""


def drawn(chance: Chance) -> Manner:
    """Draw what somebody is like: of 25 one comes late, four dawdle, four drop, two are silent."""
    late = chance.happens(0.05)
    dawdles = chance.happens(0.15)
    return Manner(
        comes=chance.between(240, 900) if late else chance.between(1, 150),
        types=chance.between(1.5, 6),
        thinks=chance.between(60, 150) if dawdles else chance.between(3, 25),
        silent=chance.happens(0.07),
        drops=chance.between(200, HOUR) if chance.happens(0.16) else None,
        away=chance.between(15, 240),
        leaves=chance.between(600, HOUR) if chance.happens(0.04) else None,
        shares=chance.happens(0.6),
        named=chance.happens(0.5),
        regrets=chance.between(20, 120) if chance.happens(0.15) else None,
        speaks=chance.happens(0.1),
        wants_buddy=chance.happens(0.6),
    )
