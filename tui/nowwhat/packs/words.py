"""What the program itself says: `interface.toml`, one table for each place that speaks.

Each key is an attribute, so that one that is missing, unknown or unused is found by a tool.
"""

from collections import Counter
from collections.abc import Iterator

import msgspec

from nowwhat.packs.console_words import (
    ConsoleRefusedWords,
    ConsoleWords,
    ErrandWords,
    RehearseWords,
    WallWords,
)
from nowwhat.packs.decode import Place
from nowwhat.packs.doctor_words import DoctorWords
from nowwhat.packs.faults import Fault
from nowwhat.packs.leading_words import LeadingWords
from nowwhat.packs.ledger_words import (
    CurveWords,
    EditWords,
    EntryWords,
    LadderWords,
    LedgerCommandWords,
    LedgerWords,
    LookingWords,
)
from nowwhat.packs.lobby_words import LobbyWords
from nowwhat.packs.room_stay_words import (
    RoomCommandWords,
    RoomEndWords,
    RoomLinesWords,
    RoomMenuWords,
    RoomRefusedWords,
    RoomWords,
)
from nowwhat.packs.room_words import RoomExportWords
from nowwhat.packs.screen_words import (
    CarryWords,
    FirstRunWords,
    FootingWords,
    FrontWords,
    GuardWords,
    KeysWords,
    LeavingWords,
    PaceWords,
    RefugeWords,
    StageWords,
    WritingWords,
)
from nowwhat.packs.serve_words import ServeWords
from nowwhat.packs.shapes import Shape
from nowwhat.packs.taking_words import ExportWords, TakingWords
from nowwhat.packs.waiting_words import WaitingWords
from nowwhat.packs.walk_words import WalkNotesWords, WalkWords


class InsightWords(Shape, frozen=True, kw_only=True):
    """The answer to an insight; `date` is a pattern of `strftime`."""

    causal: str
    hard: str
    close: str
    close_tried: str
    loop: str
    date: str


class SittingWords(Shape, frozen=True, kw_only=True):
    """What any front end says of keeping."""

    cut: str
    not_saved: str
    still_not: str
    saved_again: str
    understood: str
    when_gone: str
    set_aside: str


class CommandWords(Shape, frozen=True, kw_only=True):
    """The words that are understood in line mode; the first of each is shown."""

    back: tuple[str, ...]
    repeat: tuple[str, ...]
    help: tuple[str, ...]
    care: tuple[str, ...]
    slower: tuple[str, ...]
    leave: tuple[str, ...]
    set_down: tuple[str, ...]
    more: tuple[str, ...]
    keep: tuple[str, ...]
    misread: tuple[str, ...]
    pause: tuple[str, ...]
    later: tuple[str, ...]
    i_will: tuple[str, ...]
    no: tuple[str, ...]


class PlainWords(Shape, frozen=True, kw_only=True):
    """Line mode."""

    scale: str
    pick_or_write: str
    more_starters: str
    parked: str
    not_a_choice: str
    not_a_number: str
    not_empty: str
    no_back: str
    smaller_pieces: str
    keep: str
    misread: str
    right_person: str
    say_i_will: str
    already_slow: str
    slower: str
    help: tuple[str, ...]
    left: str
    left_committed: str
    set_down: str
    set_down_not_now: str
    input_ended: str
    begun: str


class BreathWords(Shape, frozen=True, kw_only=True):
    """The breathing, in lines."""

    offer: str
    ways: str
    minutes: str
    bell: str
    other: str
    by_bell: str
    in_words: str
    keys: str
    phase: str
    still: str
    paused: str
    stayed: str
    left: str
    declined: str
    minutes_range: str


class DoWords(Shape, frozen=True, kw_only=True):
    """Acting now."""

    waiting: str
    over: str
    done: str
    part: str
    later: str


class CardWords(Shape, frozen=True, kw_only=True):
    """The card."""

    title: str
    action: str
    when: str
    if_then: str
    plank_none: str
    plank_one: str
    planks: str


class VisitWords(Shape, frozen=True, kw_only=True):
    """What frames a visit: resuming, the check-in before it, the end."""

    resume: str
    resume_yes: str
    resume_new: str
    resume_set_down: str
    elsewhere: str
    draft_aside: str
    journal_aside: str
    journal_aside_empty: str
    check_in: str
    check_in_more: str
    postpone: str
    on_action: str
    on_action_stop: str
    on_action_new: str
    night: str
    night_yes: str
    night_no: str
    done: str
    unsaved: str


class HomeWords(Shape, frozen=True, kw_only=True):
    """The way in, in lines."""

    title: str
    open_one: str
    open_more: str
    ask: str
    session: str
    full: str
    two_minutes: str
    rep: str
    stuck: str
    breathe: str
    park: str
    history: str
    care: str
    leave: str
    park_ask: str


class ShellWords(Shape, frozen=True, kw_only=True):
    """What the commands answer."""

    open_one: str
    open_more: str
    open_words: str
    nothing_open: str
    parked: str
    checked_in: str
    stays_open: str
    history_empty: str
    history_insight: str
    history_action: str
    history_waits: str
    history_outcome: str
    history_ladder: str
    history_session: str
    content_good: str
    where_data: str
    where_preferences: str
    where_content: str
    done: str
    part: str
    notyet: str
    letgo: str


class Words(Shape, frozen=True, kw_only=True):
    """`interface.toml`."""

    insight: InsightWords
    sitting: SittingWords
    command: CommandWords
    plain: PlainWords
    breath: BreathWords
    do: DoWords
    card: CardWords
    visit: VisitWords
    home: HomeWords
    shell: ShellWords
    export: ExportWords
    taking: TakingWords
    ledger: LedgerWords
    ledger_command: LedgerCommandWords
    entry: EntryWords
    edit: EditWords
    curve: CurveWords
    ladder: LadderWords
    looking: LookingWords
    doctor: DoctorWords
    footing: FootingWords
    keys: KeysWords
    guard: GuardWords
    stage: StageWords
    writing: WritingWords
    pace: PaceWords
    carry: CarryWords
    leaving: LeavingWords
    refuge: RefugeWords
    first_run: FirstRunWords
    front: FrontWords
    serve: ServeWords
    waiting: WaitingWords
    room_export: RoomExportWords
    lobby: LobbyWords
    leading: LeadingWords
    console: ConsoleWords
    errand: ErrandWords
    console_refused: ConsoleRefusedWords
    wall: WallWords
    rehearse: RehearseWords
    walk: WalkWords
    walk_notes: WalkNotesWords
    room: RoomWords
    room_menu: RoomMenuWords
    room_end: RoomEndWords
    room_lines: RoomLinesWords
    room_command: RoomCommandWords
    room_refused: RoomRefusedWords


def word_faults(words: Words) -> Iterator[Fault]:
    """List what is blank, and words that ask for two things at once."""
    for table, entries in msgspec.to_builtins(words).items():
        place = Place("interface.toml", table)
        for key, said in entries.items():
            if not said or not all(map(str.strip, [said] if isinstance(said, str) else said)):
                yield place.fault(key, "words, not nothing")
    commands = msgspec.structs.asdict(words.command)
    every = Counter(word.casefold() for alternatives in commands.values() for word in alternatives)
    for key, alternatives in commands.items():
        for word in alternatives:
            if every[word.casefold()] > 1:
                yield Place("interface.toml", "command").fault(
                    key, f"{word.casefold()!r} once in this table"
                )
