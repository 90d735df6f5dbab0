"""The README's transcripts are what the program says: made here, compared, rewritten on request.

NOWWHAT_REWRITE=1 python -m pytest tests/readme
"""

import os
import re
import textwrap
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

from nowwhat.cli.surroundings import Surroundings
from nowwhat.plain.lines import EndOfInputError
from nowwhat.plain.visit import Visit
from nowwhat.session.moment import Moment

README = Path(__file__).parents[2] / "README.md"
ZONE = "Europe/Dublin"

FIRST = (
    "I think it all goes back to how my mother went silent when I cried",
    "6",
    "1",
    "2",
    "",
    "5",
    "2",
    "figure out why I avoid her",
    "write my sister one line: can we talk this week",
    "1",
    "today after supper",
    "I start to explain myself",
    "I delete the explanation and send the one line",
    "I will",
    "2",
)
SECOND = (
    "1",
    "2",
    "I can stay in the room when someone is cross, at least for a minute",
    "4",
    "4",
    "1",
    "Say hello to one person on my street",
    "1",
    "after work",
    "",
    "I will",
    "2",
)


class SteppingClock:
    """A clock that stands still, but for the waits of a breathing."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.gone = 0.0

    def now(self) -> Moment:
        return Moment(self.at + timedelta(seconds=self.gone), ZONE)

    def elapsed(self) -> float:
        return self.gone


class EchoingLines:
    """Lines that write down both sides of the dialogue."""

    interactive = False

    def __init__(self, answers: tuple[str, ...], clock: SteppingClock) -> None:
        self.answers, self.clock, self.out = list(answers), clock, StringIO()

    def say(self, text: str = "") -> None:
        for line in text.split("\n"):
            beginning = re.match(r" *(?:\d+  )?", line)
            indent = " " * (beginning.end() if beginning else 0)
            self.out.write("\n".join(textwrap.wrap(line, 76, subsequent_indent=indent)) + "\n")

    def show(self, text: str) -> None:
        self.out.write(text)

    def ask(self) -> str:
        if not self.answers:
            raise EndOfInputError
        self.out.write(f"> {self.answers[0]}".rstrip() + "\n")
        return self.answers.pop(0)

    def wait(self, seconds: float) -> str | None:
        self.rest(seconds)
        return None

    def rest(self, seconds: float) -> None:
        self.clock.gone += seconds

    def bell(self) -> None:
        raise AssertionError("nobody asked for a bell")


def visit(folder: Path, at: datetime, answers: tuple[str, ...]) -> str:
    clock = SteppingClock(at)
    around = Surroundings(stdout=StringIO(), environ={}, clock=clock)
    around.data_dir = folder
    desk = around.desk()
    lines = EchoingLines(answers, clock)
    ending = Visit(desk, lines).run(around.pack.script("bridge"))
    assert ending == "finished"
    assert not lines.answers, f"not asked for: {lines.answers}"
    return lines.out.getvalue().strip()


def test_the_transcripts_in_the_readme_are_what_the_program_says(tmp_path: Path) -> None:
    first_day = datetime(2026, 3, 3, 17, 30, tzinfo=ZoneInfo(ZONE))
    first = visit(tmp_path, first_day, FIRST)
    second = visit(tmp_path, first_day + timedelta(days=2), SECOND)
    text = README.read_text(encoding="utf-8")
    made = put(put(text, "first session", first), "second session", second)
    if os.environ.get("NOWWHAT_REWRITE"):
        README.write_text(made, encoding="utf-8")
    assert text == made, "run this test with NOWWHAT_REWRITE=1 and read what changed"


def put(text: str, name: str, transcript: str) -> str:
    beginning, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    assert beginning in text
    assert end in text
    before, _, rest = text.partition(beginning)
    _, _, after = rest.partition(end)
    return f"{before}{beginning}\n```text\n{transcript}\n```\n\n{end}{after}"
