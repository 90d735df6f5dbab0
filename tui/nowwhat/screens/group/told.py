"""What a console says of its room, in lines: a view and words go in, and nothing else."""

from collections.abc import Callable
from math import ceil

from nowwhat.group.account import account_of, pace_seen
from nowwhat.group.agenda import notes_of, title_of
from nowwhat.group.refusing import Reason
from nowwhat.group.views import FacilitatorView
from nowwhat.packs.console_words import ConsoleRefusedWords, ConsoleWords
from nowwhat.packs.filling import fill
from nowwhat.session.script import Choose, Script, Step

MINUTE = 60.0

READY, NOT_YET = "●", "○"


def head_of(view: FacilitatorView, script: Script, words: ConsoleWords) -> str:
    """Name what is open."""
    pacing = view.pacing
    if view.phase == "over":
        return words.over
    if pacing.at < 0:
        return f"{words.lobby}  {script.title}"
    if not pacing.stop:
        return words.last_through
    told = {"number": pacing.at + 1, "all": pacing.stops}
    return fill(words.stop, {**told, "title": title_of(script.step(pacing.stop))})


def notes_for(view: FacilitatorView, script: Script, words: ConsoleWords) -> tuple[str, ...]:
    """Give what all read, and what to say and do now; each step of the open block has its part."""
    if view.phase == "over":
        return (words.over_notes,)
    steps = [step.id for step in script.steps]
    stops = [each.step for each in view.agenda]
    if view.pacing.at < 0:
        return (words.lobby_notes, *notes_of(script.step(stops[0])))
    if not view.pacing.stop:
        return (words.end_notes,)
    first = steps.index(view.pacing.stop)
    following = stops[view.pacing.at + 1 : view.pacing.at + 2]
    last = steps.index(following[0]) if following else len(steps)
    block = script.steps[first:last]
    lines: list[str] = []
    for step in block:
        seen = seen_of(step)
        if step.id == view.pacing.stop:
            lines += [fill(words.seen, {"words": seen})] if seen else []
        else:
            lines.append(f"— {seen or title_of(step)}")
        lines += notes_of(step)
    return tuple(lines) if any(step.notes for step in block) else (*lines, words.no_notes)


def seen_of(step: Step) -> str:
    """Give what all read at a step, to be read aloud; no line that holds one person's answer."""
    lines = [line for line in (*step.says, *step.ask[:1], step.hint) if line and "{" not in line]
    options = step.options if isinstance(step, Choose) else ()
    doors = " · ".join(option.words for option in options if not option.fact)
    return " ".join(filter(None, (*lines, doors)))


def following_of(view: FacilitatorView, script: Script, words: ConsoleWords) -> str:
    """Name what comes next."""
    if view.phase == "over" or view.pacing.at >= view.pacing.stops:
        return ""
    after = view.pacing.at + 1
    if after >= view.pacing.stops:
        return words.following_end
    return title_of(script.step(view.agenda[after].step))


def time_of(
    view: FacilitatorView, now: float, words: ConsoleWords, at: Callable[[float], str]
) -> tuple[str, str]:
    """Say how the time of the open stop goes, and that of the whole.

    Args:
        view: The room.
        now: The present, in seconds of its clock.
        words: What is said.
        at: Writes the time of day that is so many seconds from now.
    """
    pace = pace_seen(view, now)
    found = account_of(pace, now)
    here = []
    if pace.stop is not None and view.phase != "over":
        planned = {"minutes": minutes(pace.stop.seconds)}
        over = pace.remains(now) <= -1
        here.append(fill(words.over_by if over else words.left, planned))
    if pace.held is not None and view.phase != "over":
        here.append(words.paused)
    gone: dict[str, str | int] = {"gone": round(found.gone / MINUTE)}
    whole = [fill(words.in_all, {**gone, "planned": minutes(found.planned)})]
    late = round(found.behind / MINUTE)
    if pace.at >= 0:
        how = words.on_plan if not late else words.behind if late > 0 else words.ahead
        whole.append(fill(how, {"minutes": abs(late)}))
    if view.phase != "over" and not pace.over:
        whole.append(fill(words.ends, {"time": at(found.ahead)}))
    return " · ".join(here), " · ".join(whole)


def totals_of(view: FacilitatorView, words: ConsoleWords) -> tuple[str, str]:
    """Say how many are here and ready, and draw a dot for each."""
    totals = view.totals
    if totals.present is None:
        anybody = any(each.presence == "here" for each in view.people)
        return words.few if anybody else words.nobody, ""
    said = [fill(words.present, {"count": totals.present})]
    if view.pacing.stop:
        said.append(fill(words.ready, {"count": totals.ready or 0}))
        said.append(fill(words.there, {"count": totals.there or 0}))
    return " · ".join(said), "".join(READY if dot else NOT_YET for dot in totals.dots)


def wishes_of(view: FacilitatorView, words: ConsoleWords) -> str:
    """Say who wants a word."""
    names = ", ".join(name or words.unnamed for name in view.speak)
    return fill(words.speak, {"names": names}) if names else ""


def state_of(view: FacilitatorView, words: ConsoleWords, title: Callable[[str], str]) -> str:
    """Say what is so besides; `title` names a breathing pattern."""
    said = []
    if view.breathing is not None:
        said.append(fill(words.breathing, {"title": title(view.breathing.pattern)}))
    said += [words.open] * view.sharing
    if view.board:
        said.append(fill(words.shared, {"count": len(view.board)}))
    if view.hands is not None:
        said.append(fill(words.hands, {"count": view.hands}))
    said += [words.locked] * view.locked
    if view.wanting and view.phase != "lobby":
        said.append(fill(words.buddies, {"wanting": view.wanting, "groups": view.buddies or 0}))
    if view.leaders > 1:
        said.append(fill(words.leaders, {"count": view.leaders}))
    return " · ".join(said)


def shut_for(seconds: float, words: str) -> str:
    """Say for how long the door is shut; empty where it is open."""
    return fill(words, {"minutes": ceil(seconds / MINUTE)}) if seconds > 0 else ""


def refusal(reason: Reason, words: ConsoleRefusedWords) -> str:
    """Say why something was not done."""
    match reason:
        case "out_of_turn":
            return words.out_of_turn
        case "unknown":
            return words.unknown
        case "no_such_item":
            return words.no_such_item
        case "no_such_pattern":
            return words.no_such_pattern
        case "too_few":
            return words.too_few
        case "not_a_number":
            return words.not_a_number
        case _:
            return words.otherwise


def minutes(seconds: float) -> str:
    """Write minutes, a half one where there is one."""
    return f"{seconds / MINUTE:.1f}".removesuffix(".0")
