"""What the program itself says: `interface.toml`, one table for each place that speaks.

Each key is an attribute, so that one that is missing, unknown or unused is found by a tool.
"""

from nowwhat.packs.shapes import Shape


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

    line_mode: str
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


class BreathWords(Shape, frozen=True, kw_only=True):
    """The breathing, in lines."""

    offer: str
    length: str
    others: str
    other: str
    no: str
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


class FootingWords(Shape, frozen=True, kw_only=True):
    """The keys at the foot of each screen, in a word or two."""

    keys: str
    care: str
    leave: str
    leave_quickly: str
    back: str
    later: str
    pause: str
    leave_breath: str


class KeysWords(Shape, frozen=True, kw_only=True):
    """The help: what each key does."""

    title: str
    everywhere: str
    keys: str
    care: str
    palette: str
    leave_quickly: str
    look: str
    motion: str
    tab: str
    give_words: str
    starters: str
    rate: str
    rate_arrows: str
    give: str
    move: str
    digit: str
    take: str
    scroll: str
    turn: str
    back: str
    slower: str
    leave: str
    later: str
    go_back: str
    pause: str
    leave_breath: str
    length: str
    count: str


class GuardWords(Shape, frozen=True, kw_only=True):
    """A terminal that is too small."""

    larger: str


class StageWords(Shape, frozen=True, kw_only=True):
    """The session screen."""

    needed: str
    number_needed: str
    go_on: str
    i_will: str
    change: str
    rate: str


class WritingWords(Shape, frozen=True, kw_only=True):
    """Writing on the screen: notes, plans, the action."""

    starters: str
    more: str
    parked: str
    limit: str
    long_enough: str
    right_person: str
    smaller: str
    misread: str
    keep: str


class PaceWords(Shape, frozen=True, kw_only=True):
    """The breathing on the screen."""

    begin: str
    offer: str
    offer_paced: str
    other: str
    without: str
    paused: str
    count: str
    soft: str


class CarryWords(Shape, frozen=True, kw_only=True):
    """Taking the card along."""

    heading: str
    done: str
    copy: str
    copied: str
    save: str
    save_ask: str
    save_hint: str
    saved: str
    not_saved: str
    stay: str
    stays: str


class LeavingWords(Shape, frozen=True, kw_only=True):
    """On the way out."""

    ask: str
    committed: str
    leave: str
    leave_hint: str
    set_down: str
    set_down_hint: str
    stay: str


class RefugeWords(Shape, frozen=True, kw_only=True):
    """The care screen, around what `care.toml` says."""

    back: str
    ground: str
    country: str
    country_ask: str
    set_down: str


class FirstRunWords(Shape, frozen=True, kw_only=True):
    """The first-run screen."""

    title: str
    about: tuple[str, ...]
    where: str
    country: str
    country_none: str
    breath: str
    breath_ask: str
    breath_helps: str
    breath_worse: str
    breath_unsure: str
    motion: str
    motion_full: str
    motion_less: str
    person: str
    begin: str


class FrontWords(Shape, frozen=True, kw_only=True):
    """Home, on the screen."""

    name: str
    motto: str
    open_one: str
    open_more: str
    resume: str
    check_in: str
    session: str
    full: str
    two_minutes: str
    night: str
    rep: str
    stuck: str
    breathe: str
    breathe_ask: str
    park: str
    park_hint: str
    ledger: str


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
