"""How each kind of step is asked in lines; one function a kind."""

from typing import assert_never

from nowwhat.packs.filling import fill
from nowwhat.plain.card import say_card
from nowwhat.plain.choosing import choose, number_in, rating_in, say_choices
from nowwhat.plain.commands import is_word
from nowwhat.plain.dialogue import Again, Dialogue
from nowwhat.plain.gate import ask_action
from nowwhat.plain.pausing import ask_breath
from nowwhat.session.events import Chose, Committed, Did, Rated, Reviewed, WentOn
from nowwhat.session.records import Outcome
from nowwhat.session.script import (
    Act,
    Breathe,
    Card,
    Choose,
    Commit,
    Do,
    Note,
    Plan,
    Rate,
    Read,
    Review,
)
from nowwhat.sitting.prompt import Choice, Prompt, Reply


def ask_step(dialogue: Dialogue, prompt: Prompt) -> Reply | None:
    """Ask the open step, hear the answer, give it to the sitting.

    Returns:
        What the sitting says to it.
    """
    step = prompt.step
    match step:
        case Read():
            dialogue.speak(prompt)
            dialogue.hear(lambda: dialogue.speak(prompt))
            return dialogue.sitting.give(WentOn(step=step.id))
        case Note() | Plan():
            return _ask_words(dialogue, prompt)
        case Rate():
            return _ask_rating(dialogue, prompt, step)
        case Choose():
            return dialogue.sitting.give(Chose(step=step.id, option=_ask_choice(dialogue, prompt)))
        case Review():
            outcome = Outcome(_ask_choice(dialogue, prompt))
            return dialogue.sitting.give(Reviewed(step=step.id, outcome=outcome))
        case Breathe():
            return ask_breath(dialogue, prompt, step)
        case Act():
            return ask_action(dialogue, prompt)
        case Commit():
            return _ask_commitment(dialogue, prompt)
        case Do():
            return _ask_doing(dialogue, prompt, step)
        case Card():
            dialogue.lines.say()
            for said in prompt.says:
                dialogue.lines.say(said)
            say_card(dialogue.lines, dialogue.desk, dialogue.sitting.draft, dialogue.sitting.state)
            return dialogue.sitting.give(WentOn(step=step.id))
        case _:
            assert_never(step)


def _ask_words(dialogue: Dialogue, prompt: Prompt) -> Reply:
    words = dialogue.words.plain
    offers = tuple(Choice(line, line) for line in prompt.starters)

    def speak() -> None:
        dialogue.speak(prompt)
        if offers:
            parked = isinstance(prompt.step, Note)
            dialogue.lines.say(words.parked if parked else words.pick_or_write)
            say_choices(dialogue.lines, offers)

    speak()
    line = dialogue.hear(speak)
    taken = number_in(line, len(offers))
    return dialogue.sitting.write(offers[taken - 1].words if taken else line)


def _ask_rating(dialogue: Dialogue, prompt: Prompt, step: Rate) -> Reply:
    words = dialogue.words.plain
    scale = fill(words.scale, {"low": step.low, "high": step.high, "top": step.top})

    def speak() -> None:
        dialogue.speak(prompt)
        dialogue.lines.say(scale)

    speak()
    while True:
        value = rating_in(dialogue.hear(speak), step.top)
        if value is not None:
            return dialogue.sitting.give(Rated(step=step.id, value=value))
        dialogue.lines.say(fill(words.not_a_number, {"top": step.top}))


def _ask_choice(dialogue: Dialogue, prompt: Prompt) -> str:
    def speak() -> None:
        dialogue.speak(prompt)
        say_choices(dialogue.lines, prompt.choices)

    speak()
    return choose(dialogue, prompt.choices, speak)


def _ask_commitment(dialogue: Dialogue, prompt: Prompt) -> Reply:
    def speak() -> None:
        dialogue.speak(prompt)
        dialogue.lines.say(dialogue.words.plain.say_i_will)

    speak()
    line = dialogue.hear(speak)
    if is_word(line.rstrip(" ."), dialogue.words.command.i_will):
        return dialogue.sitting.give(Committed(step=prompt.step.id))
    raise Again


def _ask_doing(dialogue: Dialogue, prompt: Prompt, step: Do) -> Reply:
    words, clock = dialogue.words.do, dialogue.desk.clock
    choices = (
        Choice("done", words.done),
        Choice("part", words.part),
        Choice("later", words.later),
    )

    def speak() -> None:
        dialogue.speak(prompt)
        dialogue.lines.say(fill(words.waiting, {"minutes": f"{step.seconds / 60:g}"}))
        say_choices(dialogue.lines, choices)

    speak()
    began = clock.elapsed()
    early = dialogue.lines.wait(step.seconds)
    if early is None:
        dialogue.lines.say(words.over)
    else:
        dialogue.typed_ahead((early,))
    ending = choose(dialogue, choices, speak)
    seconds = round(clock.elapsed() - began)
    return dialogue.sitting.give(_did(step.id, seconds, ending))


def _did(step: str, seconds: int, ending: str) -> Did:
    match ending:
        case "done":
            return Did(step=step, seconds=seconds, ending="done")
        case "part":
            return Did(step=step, seconds=seconds, ending="part")
        case _:
            return Did(step=step, seconds=seconds, ending="later")
