"""What is said to whoever leads a room, and on its wall: tables of `interface.toml`."""

from nowwhat.packs.shapes import Shape


class ConsoleWords(Shape, frozen=True, kw_only=True):
    """The console; `key_*` are told by F1, `clock` is a pattern of `strftime`.

    `few` stands in the place of all numbers where fewer than five people are here.
    """

    clock: str
    lobby: str
    lobby_notes: str
    how_to_join: str
    seen: str
    over: str
    over_notes: str
    gone: str
    stop: str
    last_through: str
    end_notes: str
    no_notes: str
    left: str
    over_by: str
    paused: str
    in_all: str
    on_plan: str
    behind: str
    ahead: str
    ends: str
    present: str
    few: str
    nobody: str
    ready: str
    there: str
    speak: str
    unnamed: str
    buddies: str
    following: str
    following_end: str
    breathing: str
    open: str
    shared: str
    locked: str
    hands: str
    hands_typed: str
    shut: str
    leaders: str
    agenda: str
    planned: str
    actual: str
    whole: str
    board: str
    board_empty: str
    next: str
    back: str
    pause: str
    proceed: str
    breathe: str
    export: str
    leave: str
    key_next: str
    key_back: str
    key_minute: str
    key_pause: str
    key_read: str
    key_breathe: str
    key_sharing: str
    key_board: str
    key_people: str
    key_pair: str
    key_hands: str
    key_lock: str
    key_agenda: str
    key_join: str
    key_end: str
    key_export: str
    key_leave: str


class ErrandWords(Shape, frozen=True, kw_only=True):
    """What a facilitator is asked on screens of their own."""

    back: str
    no: str
    join: str
    join_small: str
    shut: str
    shut_says: str
    shut_show: str
    shut_open: str
    people: str
    people_none: str
    here: str
    away: str
    left: str
    removed: str
    person: str
    remove: str
    remove_hint: str
    remove_sure: str
    ban: str
    ban_hint: str
    ban_sure: str
    board: str
    board_hint: str
    hidden: str
    named: str
    end: str
    end_says: str
    end_yes: str
    leave: str
    leave_yes: str
    breathe: str
    export: str
    markdown: str
    csv: str


class ConsoleRefusedWords(Shape, frozen=True, kw_only=True):
    """Why a room did not do what whoever leads it asked for."""

    out_of_turn: str
    unknown: str
    no_such_item: str
    no_such_pattern: str
    too_few: str
    not_a_number: str
    otherwise: str
    gone: str


class WallWords(Shape, frozen=True, kw_only=True):
    """What stands on the wall beside the words of the step."""

    here: str
    ready: str
    few: str
    board: str
    board_item: str
    board_more: str
    board_open: str
    end: str
    key_leave: str


class RehearseWords(Shape, frozen=True, kw_only=True):
    """What is said where the people of a room are simulated."""

    joining: str
    speed: str
    nobody: str
    leaving: str
    parted: str
