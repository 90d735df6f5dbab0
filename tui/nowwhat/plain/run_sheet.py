"""A script's stops on paper, for whoever leads: when, how long, what to say and look out for."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import accumulate

from nowwhat.group.agenda import agenda_of, notes_of, title_of
from nowwhat.packs.filling import fill
from nowwhat.packs.sheet_words import SheetWords
from nowwhat.plain.asked_if import asked_if, on_paper
from nowwhat.plain.paper import heading, paragraph, points
from nowwhat.session.script import Choose, Script, Step

_INDENT = "    "


def run_sheet(script: Script, sheet: SheetWords, begin: time | None) -> Iterator[str]:
    """Print the run-sheet of a script that has stops.

    Args:
        script: Led, or one whose steps have minutes.
        sheet: The pack's words.
        begin: When it begins; none: the times are hours and minutes from the beginning.
    """
    words, agenda = sheet.run, agenda_of(script)
    stops = [script.step(stop.step) for stop in agenda]
    ends = list(accumulate(stop.seconds for stop in agenda))
    clocks = [_clock(seconds, begin) for seconds in (0, *ends)]
    values: dict[str, str | int] = {
        "title": script.title,
        "minutes": f"{ends[-1] / 60:g}",
        "stops": len(stops),
    }
    yield from heading(fill(words.title, values))
    yield from paragraph(fill(words.about, values))
    yield ""
    yield from heading(words.ready, 2)
    yield from points(words.ready_list, "[ ]  ")
    yield from heading(words.agenda, 2)
    lasts = [fill(words.minutes, {"minutes": f"{step.minutes:g}"}) for step in stops]
    widest = max(map(len, lasts))
    for clock, minutes, step in zip(clocks, lasts, stops, strict=False):
        yield from paragraph(title_of(step), lead=f"{_INDENT}{clock}  {minutes:>{widest}}  ")
    yield f"{_INDENT}{clocks[-1]}  {'':{widest}}  {words.ends}"
    yield ""
    yield from heading(words.stops, 2)
    for clock, minutes, step in zip(clocks, lasts, stops, strict=False):
        yield from heading(f"{clock} {title_of(step)} ({minutes})", 3)
        for shown in _block(script, step):
            yield from _shown(shown, script, sheet)


def _clock(seconds: float, begin: time | None) -> str:
    """Tell the time so many seconds in, by the clock or from the beginning, without seconds."""
    if begin is None:
        hours, minutes = divmod(int(seconds // 60), 60)
        return f"{hours}:{minutes:02}"
    day = datetime.combine(date.min, begin)
    return f"{day + timedelta(seconds=seconds):%H:%M}"


def _block(script: Script, stop: Step) -> Sequence[Step]:
    """List a stop and what follows it up to the next one, in the short form."""
    index = script.steps.index(stop)
    after = script.steps[index + 1 :]
    following = next((i for i, step in enumerate(after) if step.minutes), len(after))
    return [stop, *filter(on_paper, after[:following])]


def _shown(step: Step, script: Script, sheet: SheetWords) -> Iterator[str]:
    """Give what all read at a step, and what is for the facilitator alone.

    A line that is filled with an answer has none to be filled with here.
    """
    lines = [line for line in (*step.says, *step.ask[:1], step.hint) if line and "{" not in line]
    if lines:
        condition = asked_if(step, script, sheet.worksheet)
        said = " ".join(filter(None, (sheet.run.seen, condition, *lines)))
        yield from paragraph(said, lead="> ")
        options = step.options if isinstance(step, Choose) else ()
        for option in (each for each in options if not each.fact):
            yield from paragraph(option.words, lead="> - ")
        yield ""
    notes = notes_of(step)
    if notes:
        yield from points(notes)
