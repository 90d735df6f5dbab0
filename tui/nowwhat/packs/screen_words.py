"""What the full screen says: the tables of `interface.toml` that line mode has no use for."""

from nowwhat.packs.shapes import Shape


class FootingWords(Shape, frozen=True, kw_only=True):
    """The keys at the foot of each screen, in a word or two."""

    keys: str
    care: str
    leave: str
    leave_quickly: str
    back: str
    go_on: str
    more: str
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
    search: str
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
    search_words: str
    filter_rows: str
    ledger_more: str
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
    enter: str
    long_enough: str
    right_person: str
    ways: str
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
    careful: str
    careful_hint: str
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
    no_country: str
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
