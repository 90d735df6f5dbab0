"""What is said to somebody in a room, by any front end: tables of `interface.toml`."""

from nowwhat.packs.shapes import Shape


class RoomWords(Shape, frozen=True, kw_only=True):
    """Who can know what, and what the room tells: one short line each, said once."""

    lobby: tuple[str, ...]
    named: str
    unnamed: str
    back: str
    here: str
    here_few: str
    late: str
    on: str
    on_kept: str
    to_last: str
    held: str
    proceeds: str
    minute: str
    more_time: str
    less_time: str
    breathing: str
    breathed: str
    sharing: str
    sharing_over: str
    buddies: str
    over: str
    removed: str
    removed_ask: str
    over_ask: str
    over_hint: str
    remains: str
    paused: str
    longer: str
    key: str
    key_told: str
    key_on: str
    key_on_told: str


class RoomMenuWords(Shape, frozen=True, kw_only=True):
    """What one may do in a room beside writing, and how it is asked."""

    ask: str
    breathe: str
    share_action: str
    share_sentence: str
    take_back: str
    board: str
    board_title: str
    buddies: str
    want_buddy: str
    want_no_buddy: str
    speak: str
    speak_no: str
    alone: str
    alone_hint: str
    leave: str
    back: str
    sentence_ask: str
    sentence_hint: str
    place_ask: str
    to_board: str
    to_buddy: str
    name_ask: str
    with_name: str
    without_name: str
    preview: str
    preview_buddy: str
    yes: str
    no: str
    item_named: str
    item_mine: str
    item_hidden: str
    shared: str
    taken_back: str
    take_back_ask: str
    board_empty: str
    board_closed: str
    buddy_unnamed: str
    buddy_nothing: str
    buddy_asks: str
    buddy_mine: str
    date: str
    ask_day: str
    ask_day_ask: str
    ask_day_hint: str
    ask_day_unclear: str
    asked_day: str
    said_speak: str
    said_speak_no: str
    said_buddy: str
    said_buddy_no: str
    alone_said: str


class RoomEndWords(Shape, frozen=True, kw_only=True):
    """On the way out of a room: what one may take along."""

    ask: str
    over: str
    memory: str
    leave: str
    stay: str
    card: str
    card_yes: str
    whole: str
    whole_yes: str
    keep: str
    keep_yes: str
    heading: str
    begun: str
    left: str
    kept: str


class RoomLinesWords(Shape, frozen=True, kw_only=True):
    """A room, in lines."""

    wait: str
    help: tuple[str, ...]
    breathing: str
    sharing: str
    buddies: str
    shared: str
    removed_ask: str
    breathe: str
    breathe_left: str
    breathe_none: str
    nothing_mine: str


class RoomCommandWords(Shape, frozen=True, kw_only=True):
    """The words that are understood in a room, in lines; the first of each is shown."""

    share: tuple[str, ...]
    take_back: tuple[str, ...]
    board: tuple[str, ...]
    buddies: tuple[str, ...]
    buddy: tuple[str, ...]
    speak: tuple[str, ...]
    alone: tuple[str, ...]
    breathe: tuple[str, ...]
    on: tuple[str, ...]


class RoomRefusedWords(Shape, frozen=True, kw_only=True):
    """Why a room would not: one for each `group.refusing.Reason`, and where there is no room."""

    out_of_turn: str
    unknown: str
    known: str
    not_here: str
    full: str
    locked: str
    banned: str
    name_too_long: str
    name_not_text: str
    ahead: str
    closed: str
    blank: str
    too_long: str
    one_is_there: str
    no_such_item: str
    no_such_pattern: str
    no_buddy: str
    too_few: str
    not_a_number: str
    not_yet: str
    gone: str
