"""A small led script for tests, whole and sound: what `content/` has, in a few words."""

from tests.session.samples import GOOD, LINE

from nowwhat.session.events import Chose, Committed, Noted, Offered, Planned, Rated, WentOn
from nowwhat.session.script import (
    Act,
    Card,
    Choose,
    Commit,
    Condition,
    Note,
    Option,
    Plan,
    Rate,
    Read,
    Script,
)

HURT = (Option("uncomfortable", "No"), Option("hurt", "Yes"), Option("unsure", "Not sure"))
NOTES = "Say it slowly."

WELCOME = Read(id="welcome", says=("You may pass.",), minutes=2, notes=NOTES)
INSIGHT = Note(
    id="insight", ask=("What have you understood?",), keeps="insight", minutes=3, notes=NOTES
)
BEFORE = Rate(id="before", ask=("How uncomfortable?",), low="not", high="most", keeps="before")
HIGH = Read(id="high", says=("That is much.",), only_if=Condition(answer="before", at_least=8))
ACTION = Act(id="action", ask=("What will you do?",), starters="", minutes=5, notes=NOTES)
HURTS = Choose(id="hurts", ask=("Could it hurt?",), options=HURT, keeps="hurt")
SAFER = Act(
    id="safer",
    ask=("Whom could you reach?",),
    starters="",
    only_if=Condition(answer="hurts", is_=("hurt", "unsure")),
)
WHEN = Plan(id="when", ask=("When?",), part="when", minutes=1, notes=NOTES)
I_WILL = Commit(id="commit", ask=("{readback}",), minutes=2, notes=NOTES)
CLOSE = Card(
    id="close", says=("Whoever leaves without one leaves with thanks.",), minutes=2, notes=NOTES
)

LED = Script(
    id="led",
    title="Led",
    summary="A group.",
    setting="group",
    minutes=(15, 15),
    steps=(WELCOME, INSIGHT, BEFORE, HIGH, ACTION, HURTS, SAFER, WHEN, I_WILL, CLOSE),
)
"""Stops: welcome, insight (and a rating), action (and its safety), when, commit, close."""

READ = WentOn(step="welcome")
NOTED = Noted(step="insight", text="I wait for others")
RATED = Rated(step="before", value=3)
OFFERED = Offered(step="action", line=LINE, verdict=GOOD)
FINE = Chose(step="hurts", option="uncomfortable")
PLANNED = Planned(step="when", text="at six")
PROMISED = Committed(step="commit")
TAKEN_ALONG = WentOn(step="close")
