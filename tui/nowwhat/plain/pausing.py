"""The breathe step in lines: the offer, its length, another pattern, the breathing itself."""

from collections.abc import Iterator

from msgspec.structs import replace

from nowwhat.packs.filling import fill
from nowwhat.plain.breathing import Pacer
from nowwhat.plain.choosing import choice_in, number_in, say_choices
from nowwhat.plain.commands import is_word
from nowwhat.plain.dialogue import Dialogue
from nowwhat.session.breathing import Move, Pattern
from nowwhat.session.events import Breathed
from nowwhat.session.script import Breathe
from nowwhat.sitting.prompt import Choice, Prompt, Reply
from nowwhat.store.errors import StoreError

MOST_MINUTES = 30
"""A breathing in a session is a pause; longer ones are for `nowwhat breathe`."""


def ask_breath(dialogue: Dialogue, prompt: Prompt, step: Breathe) -> Reply:
    """Offer a breathing; lead it; give how it ended."""
    pattern, seconds = prompt.patterns[0], float(step.seconds)
    words, lines = dialogue.words.breath, dialogue.lines
    while True:
        line = _offer(dialogue, prompt, pattern, seconds)
        minutes = number_in(line, MOST_MINUTES)
        if minutes:
            seconds = minutes * 60.0
        elif is_word(line, dialogue.words.command.no):
            lines.say(words.declined)
            declined = Breathed(step=step.id, pattern=pattern.id, seconds=0, ending="declined")
            return dialogue.sitting.give(declined)
        elif is_word(line, (words.other,)) and len(prompt.patterns) > 1:
            pattern = _other(dialogue, prompt.patterns, pattern)
        elif is_word(line, (words.bell,)):
            _ring_instead(dialogue)
        elif not line.strip():
            return _lead(dialogue, step, pattern, seconds)
        else:
            lines.say(fill(words.minutes_range, {"top": MOST_MINUTES}))


def _offer(dialogue: Dialogue, prompt: Prompt, pattern: Pattern, seconds: float) -> str:
    words, lines = dialogue.words.breath, dialogue.lines
    cautions = pattern.cautions[: 1 if _known(dialogue, pattern) else None]

    def speak() -> None:
        dialogue.speak(prompt)
        for caution in cautions:
            lines.say(caution)
        said: dict[str, str | int] = {
            "title": pattern.title,
            "seconds": round(pattern.seconds_for(seconds)),
        }
        lines.say(fill(words.offer, said))
        lines.say(fill(words.ways, {"ways": ", ".join(_ways(dialogue, prompt, pattern))}))
        lines.say(fill(words.keys, {"pause": dialogue.words.command.pause[0]}))

    speak()
    return dialogue.hear(speak)


def _ways(dialogue: Dialogue, prompt: Prompt, pattern: Pattern) -> Iterator[str]:
    """List what may be typed instead of Enter."""
    words = dialogue.words.breath
    if any(phase.move is not Move.STILL for phase in pattern.phases):
        yield words.minutes
        yield words.bell
    if len(prompt.patterns) > 1:
        yield words.other
    yield dialogue.words.command.no[0]


def _ring_instead(dialogue: Dialogue) -> None:
    """Change between a line for each phase and a bell at each turn, and remember it."""
    now, words = dialogue.desk.preferences(), dialogue.words.breath
    dialogue.lines.say(words.in_words if now.bell else words.by_bell)
    try:
        dialogue.desk.prefer(replace(now, bell=not now.bell))
    except StoreError as error:
        dialogue.lines.say(str(error))


def _known(dialogue: Dialogue, pattern: Pattern) -> bool:
    """Say whether this was breathed before: all cautions are said once, the first one always."""
    sessions = dialogue.desk.journal.sessions()
    return any(pause.pattern == pattern.id for session in sessions for pause in session.pauses)


def _other(dialogue: Dialogue, patterns: tuple[Pattern, ...], now: Pattern) -> Pattern:
    choices = tuple(Choice(p.id, p.title, p.summary) for p in patterns)
    say_choices(dialogue.lines, choices)
    line = dialogue.hear(lambda: say_choices(dialogue.lines, choices))
    chosen = choice_in(line, choices)
    return next((p for p in patterns if chosen and p.id == chosen.id), now)


def _lead(dialogue: Dialogue, step: Breathe, pattern: Pattern, seconds: float) -> Reply:
    words = dialogue.words.breath
    pacer = Pacer(
        dialogue.lines,
        dialogue.desk.clock,
        words,
        dialogue.words.command,
        on_command=dialogue.do_command,
    )
    breath = pacer.lead(pattern, seconds, bell=dialogue.desk.preferences().bell)
    dialogue.typed_ahead(breath.unheard)
    stayed = breath.ending == "stayed"
    dialogue.lines.say(words.stayed if stayed else words.left)
    ended = Breathed(step=step.id, pattern=pattern.id, seconds=breath.seconds, ending=breath.ending)
    return dialogue.sitting.give(ended)
