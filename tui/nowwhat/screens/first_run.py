"""The first run: what this is and is not, where words lie, and a few choices; one screen."""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec
from textual import on
from textual.containers import Center
from textual.widget import Widget

from nowwhat.packs.filling import fill
from nowwhat.packs.words import Words
from nowwhat.screens.place import Place
from nowwhat.settings.preferences import Preferences
from nowwhat.sitting.prompt import Choice
from nowwhat.widgets.bridge import FAR, Bridge
from nowwhat.widgets.choices import Choices
from nowwhat.widgets.field import Field
from nowwhat.widgets.footing import Named
from nowwhat.widgets.picker import Picker
from nowwhat.widgets.saying import Saying

_BREATHS: dict[str, Literal["", "helps", "worse", "unsure"]] = {
    "ask": "",
    "helps": "helps",
    "worse": "worse",
    "unsure": "unsure",
}


class FirstRun(Place[Preferences]):
    """Dismisses with the choices made; with none when the program is left."""

    DEFAULT_CSS = """
    FirstRun #first-about { margin-bottom: 1; }
    FirstRun #first-where { color: $foreground-muted; margin-bottom: 1; }
    FirstRun #first-person { height: 1; margin-top: 1; }
    FirstRun #first-bridge { margin: 1 2; }
    FirstRun.-short #first-bridge { display: none; }
    FirstRun #first-begin { margin-top: 1; }
    """

    def __init__(
        self,
        words: Words,
        preferences: Preferences,
        *,
        folder: str,
        countries: Sequence[tuple[str, str]],
        guess: str,
    ) -> None:
        """Prepare.

        Args:
            words: What the program says.
            preferences: What was chosen before.
            folder: Where the journal lies.
            countries: Code and name of each that has numbers.
            guess: The code of the one that seems right; empty where nothing tells.
        """
        super().__init__(words)
        self._before, self._folder, self._guess = preferences, folder, guess
        self._countries = tuple(countries)

    def compose_column(self) -> Iterable[Widget]:
        """Lay out what this is, and the choices."""
        words = self.words.first_run
        yield Saying(words.title, classes="title")
        yield Saying("\n".join(words.about), id="first-about")
        yield Saying(fill(words.where, {"folder": self._folder}), id="first-where")
        countries = [Choice("", words.country_none), *(Choice(*each) for each in self._countries)]
        ids = [choice.id for choice in countries]
        guessed = self._before.country or self._guess
        at = ids.index(guessed) if guessed in ids else 0
        yield Picker(words.country, countries, at, id="first-country")
        breaths = [
            Choice("ask", words.breath_ask),
            Choice("helps", words.breath_helps),
            Choice("worse", words.breath_worse),
            Choice("unsure", words.breath_unsure),
        ]
        yield Picker(words.breath, breaths, 0, id="first-breath")
        motions = [Choice("full", words.motion_full), Choice("less", words.motion_less)]
        yield Picker(words.motion, motions, self._before.motion == "less", id="first-motion")
        field = Field(id="first-person")
        field.placeholder = words.person
        yield field
        yield Choices(id="first-begin")

    def compose_below(self) -> Iterable[Widget]:
        """Lay out the bridge, before its first plank."""
        with Center(id="first-bridge"):
            bridge = Bridge(walker=False)
            bridge.lay(0, FAR)
            yield bridge

    def focus_first(self) -> Widget:
        """Offer to begin: everything else may stay as it is."""
        begin = self.query_one("#first-begin", Choices)
        begin.offer([Choice("begin", self.words.first_run.begin)])
        return begin

    @property
    def keys_here(self) -> list[Named]:
        """Escape leaves the program."""
        return [("Esc", self.words.footing.leave, "screen.leave")]

    @property
    def keys_told(self) -> list[tuple[str, str]]:
        """The keys of a form."""
        words = self.words.keys
        return [("↑ ↓", words.move), ("← →", words.turn), ("Enter", words.take)]

    @on(Choices.LeftUpwards)
    @on(Field.LeftUpwards)
    def _up(self) -> None:
        self.focus_previous()

    @on(Field.LeftDownwards)
    @on(Field.Given)
    @on(Picker.Done)
    def _down(self) -> None:
        self.focus_next()

    @on(Choices.Taken)
    def _taken(self) -> None:
        motion: Literal["full", "less"] = "less" if self._value("motion") == "less" else "full"
        chosen = msgspec.structs.replace(
            self._before,
            country=self._value("country"),
            breath=_BREATHS[self._value("breath")] or self._before.breath,
            motion=motion,
            person=self.query_one(Field).text.strip()[:200],
            seen=True,
        )
        self.dismiss(chosen)

    def _value(self, what: str) -> str:
        return self.query_one(f"#first-{what}", Picker).value
