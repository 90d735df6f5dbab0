"""What an insight meets in the journal: an earlier one that is close to it, and the loop."""

from collections.abc import Sequence

from nowwhat.coach.coach import Coach
from nowwhat.packs.filling import fill
from nowwhat.packs.words import InsightWords
from nowwhat.session.records import Action, CheckIn, Insight, Outcome
from nowwhat.store.contract import JournalStore

LOOP = 3
"""The loop is named at the third insight with nothing tried between, and only then."""

_TRIED = (Outcome.DONE, Outcome.PART)


def answer_insight(
    text: str, journal: JournalStore, coach: Coach, words: InsightWords
) -> tuple[str, ...]:
    """Answer an insight that was just noted: never as true where it is hard; then what it echoes.

    Args:
        text: The insight.
        journal: What was noted and tried before.
        coach: Who tells causal from hard, and close from far.
        words: The pack's words for it.
    """
    hard = coach.acknowledge(text) == "hard"
    said = [words.hard if hard else words.causal]
    earlier = [i for i in journal.insights() if i.origin != "acting" and i.text != text]
    actions, checkins = journal.actions(), journal.checkins()
    close = coach.recall(text, [i.text for i in earlier])
    if close:
        said.append(_close(earlier[close[0]], actions, checkins, words))
    if not hard and _in_a_row(earlier, checkins) + 1 == LOOP:
        said.append(words.loop)
    return tuple(said)


def _close(
    insight: Insight, actions: Sequence[Action], checkins: Sequence[CheckIn], words: InsightWords
) -> str:
    day = insight.noted.at.strftime(words.date)
    tried_ids = {c.action for c in checkins if c.outcome in _TRIED}
    since = [a for a in actions if a.id in tried_ids and a.committed.at >= insight.noted.at]
    if since:
        return fill(words.close_tried, {"date": day, "action": since[-1].text})
    return fill(words.close, {"date": day})


def _in_a_row(earlier: Sequence[Insight], checkins: Sequence[CheckIn]) -> int:
    """Count the insights since something was last tried."""
    tried = [c.at.at for c in checkins if c.outcome in _TRIED]
    last = max(tried, default=None)
    return sum(1 for i in earlier if last is None or i.noted.at > last)
