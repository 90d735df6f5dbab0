"""What a person learnt by acting, given back in their own words where it fits next."""

from nowwhat.packs.filling import fill
from nowwhat.packs.ledger_words import CurveWords
from nowwhat.session.records import Action, CheckIn
from nowwhat.session.state import State
from nowwhat.sitting.accounts_of import account_of, by_action
from nowwhat.sitting.answers import chosen_for, kept, number_of, text_of
from nowwhat.sitting.curve import Time, brief_lines, first_of, times_of
from nowwhat.sitting.draft import Draft
from nowwhat.store.contract import JournalStore


def learnt_before(journal: JournalStore, draft: Draft, state: State, words: CurveWords) -> str:
    """Quote what was learnt last: by this same action, else through the door that was chosen.

    Returns:
        Empty where nothing was written down yet.
    """
    earlier = [action for action in journal.actions() if action.session != draft.id]
    accounts = by_action(journal.checkins())
    chain, door = _chain(journal, draft, state), chosen_for(state, "door")
    same = [action for action in earlier if chain and first_of(action) == chain]
    through = [action for action in earlier if door and action.door == door]
    for said, actions in ((words.learnt, same), (words.learnt_door, through)):
        found = _latest(actions, accounts)
        if found is not None:
            date = found.at.at.strftime(words.date)
            return fill(said, {"date": date, "text": found.noticed or found.note})
    return ""


def curve_before(journal: JournalStore, draft: Draft, state: State, words: CurveWords) -> str:
    """Say the curve of the action that a sitting is about so far, with this time where it is done.

    Returns:
        Empty where there are not two times yet.
    """
    done = done_before(journal, draft, state)
    return " ".join(brief_lines(done, words))


def done_before(journal: JournalStore, draft: Draft, state: State) -> tuple[Time, ...]:
    """List the times that the action of a sitting was done, this time last where it was."""
    chain = _chain(journal, draft, state)
    done = times_of(journal, chain) if chain else ()
    now = _now(draft, state)
    return (*done, now) if now and now.at not in [time.at for time in done] else done


def _chain(journal: JournalStore, draft: Draft, state: State) -> str:
    """Name the chain of repetitions that the action in view continues; empty where none does."""
    about, line = draft.about, state.action_line
    if about is not None and state.action is None:
        return first_of(about)
    if not line:
        return ""
    same = [action for action in journal.actions() if action.text == line]
    return first_of(same[-1]) if same else ""


def _now(draft: Draft, state: State) -> Time | None:
    """Give this time as far as it was rated; none where what was done is not rated yet."""
    values = kept(state)
    most = number_of(values, "most")
    if most is None or not draft.taken:
        return None
    return Time(
        at=draft.taken[-1].at,
        before=number_of(values, "before"),
        most=most,
        after=number_of(values, "after"),
        likely=number_of(values, "likely", draft.about.likely if draft.about else None),
        feared=text_of(values, "feared") or (draft.about.feared if draft.about else ""),
        came_true=chosen_for(state, "came_true"),
        learnt=text_of(values, "noticed"),
    )


def _latest(actions: list[Action], accounts: dict[str, tuple[CheckIn, ...]]) -> CheckIn | None:
    told = [account_of(accounts.get(action.id, ())) for action in actions]
    learnt = [t for t in told if t and t.outcome.tried and (t.noticed or t.note)]
    return max(learnt, key=lambda account: account.at.at, default=None)
