"""What is said when one looks back: the ledger, an entry, a curve, a ladder, a week or a month."""

from nowwhat.packs.shapes import Shape


class LedgerWords(Shape, frozen=True, kw_only=True):
    """The timeline; `day` and `far_day` are patterns of `strftime`."""

    title: str
    left: str
    right: str
    search: str
    all: str
    open: str
    tried: str
    letgo: str
    alone: str
    ladders: str
    nothing: str
    none_found: str
    shown: str
    day: str
    far_day: str
    still_open: str
    alone_said: str
    ladder_said: str
    plain_ask: str
    plain_ways: str
    plain_more: str
    row: str
    row_alone: str
    row_action: str
    row_ladder: str
    more: str
    more_ask: str
    week: str
    month: str
    make_ladder: str
    take: str
    take_ask: str
    take_md: str
    take_json: str
    take_csv: str
    take_ics: str
    delete_all: str
    back: str


class LedgerCommandWords(Shape, frozen=True, kw_only=True):
    """What is understood at the ledger in lines; the first of each is shown."""

    all: tuple[str, ...]
    open: tuple[str, ...]
    tried: tuple[str, ...]
    letgo: tuple[str, ...]
    alone: tuple[str, ...]
    ladders: tuple[str, ...]
    week: tuple[str, ...]
    month: tuple[str, ...]
    make_ladder: tuple[str, ...]
    earlier: tuple[str, ...]
    take: tuple[str, ...]
    delete_all: tuple[str, ...]


class EntryWords(Shape, frozen=True, kw_only=True):
    """One entry whole, and what may be done with it."""

    understood: str
    parked: str
    chose: str
    door: str
    where: str
    how_long: str
    towards: str
    if_then: str
    might_hinder: str
    before_it: str
    feared: str
    likely: str
    discomfort: str
    confidence: str
    became: str
    came_yes: str
    came_partly: str
    came_no: str
    happened: str
    got_in_way: str
    learnt: str
    note: str
    rated_before: str
    rated_most: str
    rated_after: str
    stays_open: str
    again: str


class EditWords(Shape, frozen=True, kw_only=True):
    """Mending, adding, deleting."""

    mend: str
    mend_ask: str
    mend_hint: str
    plain_mend: str
    mended: str
    not_safe: str
    insight: str
    action: str
    where: str
    how_long: str
    towards: str
    obstacle: str
    response: str
    feared: str
    happened: str
    noticed: str
    note: str
    ladder: str
    rung: str
    again: str
    next_rung: str
    add_rung: str
    add_rung_ask: str
    add_rung_rate: str
    rung_added: str
    delete: str
    delete_ask: str
    delete_action: str
    delete_insight: str
    delete_ladder: str
    delete_rung: str
    sure_ask: str
    sure_yes: str
    sure_no: str
    goes: str
    goes_nothing: str
    goes_unread: str
    all_else: str
    count_insights: str
    count_actions: str
    count_checkins: str
    count_sessions: str
    count_ladders: str
    count_rungs: str
    deleted: str


class CurveWords(Shape, frozen=True, kw_only=True):
    """What was done again, in plain words; `date` is a pattern of `strftime`."""

    plot_before: str
    plot_most: str
    plot_after: str
    times: str
    lately: str
    before: str
    most: str
    after: str
    likely: str
    came_true: str
    yes: str
    partly: str
    no: str
    unsaid: str
    aim: str
    learnt: str
    learnt_door: str
    date: str


class LadderWords(Shape, frozen=True, kw_only=True):
    """A ladder."""

    title: str
    rungs: str
    rung: str
    rung_once: str
    rung_done: str
    suggested: str
    vary: str


class LookingWords(Shape, frozen=True, kw_only=True):
    """A week or a month."""

    title: str
    days: str
    earlier: str
    later: str
    nothing: str
    noted: str
    tried: str
    learnt: str
    came_yes: str
    came_partly: str
    came_no: str
    helped: str
    by_door: str
    by_size: str
    by_time: str
    count: str
    times: str
    piece: str
    whole: str
    morning: str
    afternoon: str
    evening: str
    night: str
    plan: str
    others: str
    let_go: str
    not_yet: str
    got_in_way: str
