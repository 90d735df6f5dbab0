"""What a room refuses, and why, as a code; the words for it are the pack's."""

from typing import Literal

Reason = Literal[
    "out_of_turn",
    "unknown",
    "known",
    "not_here",
    "full",
    "locked",
    "banned",
    "name_too_long",
    "name_not_text",
    "ahead",
    "closed",
    "blank",
    "too_long",
    "one_is_there",
    "no_such_item",
    "no_such_pattern",
    "no_buddy",
    "too_few",
    "not_a_number",
    "not_yet",
]
"""`out_of_turn`: this one may not ask for this now. `unknown`, `known`: nobody, or somebody, of
this token or number is there. `closed`: the board takes nothing. `one_is_there`: one of theirs of
this kind is in this place already. `not_yet`: the room's time is not up."""


class RefusedError(Exception):
    """The room refused; it is as it was.

    Attributes:
        reason: Why.
    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason
