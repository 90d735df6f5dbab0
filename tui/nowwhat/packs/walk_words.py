"""What is said on one shared screen and in its notes: two tables of `interface.toml`."""

from nowwhat.packs.shapes import Shape


class WalkWords(Shape, frozen=True, kw_only=True):
    """The shared screen; `if_*` stand above a step that is not for everybody."""

    ready: str
    number: str
    if_chose: str
    if_or: str
    if_least: str
    if_most: str
    if_risen: str
    if_written: str
    if_unwritten: str
    scale: str
    breath_over: str
    paused: str
    hands: str
    hands_typed: str
    end: str
    leave_sure: str
    next: str
    back: str
    blank: str
    key_next: str
    key_back: str
    key_more_time: str
    key_pause: str
    key_blank: str
    key_hands: str
    key_leave: str
    planned_actual: str
    hands_kept: str
    row: str
    row_hands: str


class WalkNotesWords(Shape, frozen=True, kw_only=True):
    """The notes; `clock` is a pattern of `strftime`."""

    title: str
    stop: str
    before: str
    after: str
    blank: str
    breathing: str
    hands: str
    no_notes: str
    on_screen: str
    following: str
    following_end: str
    left: str
    over_by: str
    in_all: str
    on_plan: str
    behind: str
    ahead: str
    ends: str
    clock: str
    held: str
    walk_left: str
    walk_lost: str
    key_read: str
    key_leave: str
