"""Giving an answer on the screen as line mode takes it: by the step that asks, and the line."""

from tests.screens.sitting_down import Seated

from nowwhat.screens.session import SessionScreen
from nowwhat.session.script import Card, Choose, Commit, Do, Rate, Read, Review
from nowwhat.widgets.scale import Scale


async def give(seated: Seated, step: str, line: str) -> None:
    """Give a line at a step, by the keys that its kind takes there; choices by their ids."""
    screen = seated.app.screen
    assert isinstance(screen, SessionScreen), (step, type(screen).__name__)
    assert screen.sitting is not None
    assert seated.step == step, (seated.step, step)
    asked = screen.sitting.draft.script.step(step)
    match asked:
        case Choose() | Review():
            number = [choice.id for choice in screen.sitting.prompt.choices].index(line)
            await seated.press("home", *["down"] * number, "enter")
        case Rate():
            screen.query_one(Scale).focus()
            await seated.press(*line, "enter")
        case Do():
            number = ("done", "part", "later").index(line)
            await seated.press("home", *["down"] * number, "enter")
        case Commit() | Read() | Card():
            await seated.press("enter")
        case _:
            await seated.write(line)
