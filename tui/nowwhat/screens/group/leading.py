"""What the shared screen and its notes have in common: the keys that lead, and the hands."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from nowwhat.group.pace import Extend, Pause, Proceed
from nowwhat.group.walk import MOST_HANDS, Back, Blank, Hands, Next
from nowwhat.group.walking import Led
from nowwhat.packs.words import Words
from nowwhat.screens.place import Place
from nowwhat.widgets.footing import Named

MINUTE = 60.0


class Leading(Place[None]):
    """A screen from which a walk is led. Each key asks; what is shown is what the walk says."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,right,enter,pagedown,n", "forth", id="leading.next", show=False),
        Binding("left,pageup", "back", id="leading.back", show=False),
        Binding("plus,equals_sign", "extend(1)", id="leading.more_time", show=False),
        Binding("minus", "extend(-1)", id="leading.less_time", show=False),
        Binding("p", "pause", id="leading.pause", show=False),
        Binding("b,full_stop", "blank", id="leading.blank", show=False),
        Binding("h", "count", id="leading.hands", show=False),
        Binding("backspace", "rub_out", id="leading.rub_out", show=False),
        Binding("q", "quit_walk", id="leading.quit", show=False),
        *(Binding(f"{n}", f"digit('{n}')", id=f"leading.digit{n}", show=False) for n in range(10)),
    ]

    def __init__(self, words: Words, led: Led) -> None:
        """Lead a walk; `words` is what the program says."""
        super().__init__(words)
        self.led = led
        self.typed: str | None = None
        self._stop: Callable[[], None] = lambda: None

    def on_mount(self) -> None:
        """Watch it."""
        super().on_mount()
        self._stop = self.led.watch(lambda: self.call_later(self.look))

    def on_unmount(self) -> None:
        """Watch it no more."""
        self._stop()

    def look(self) -> None:
        """Show where it stands."""
        raise NotImplementedError

    def tell_typed(self) -> None:
        """Show what is typed of a show of hands."""
        raise NotImplementedError

    @property
    def keys_here(self) -> list[Named]:
        """Going on, going back."""
        words = self.words.walk
        return [("Space", words.next, "screen.forth"), ("←", words.back, "screen.back")]

    @property
    def keys_told(self) -> list[tuple[str, str]]:
        """The keys that lead."""
        words = self.words.walk
        return [
            ("Space PgDn", words.key_next),
            ("← PgUp", words.key_back),
            ("+ -", words.key_more_time),
            ("p", words.key_pause),
            ("h", words.key_hands),
        ]

    def action_forth(self) -> None:
        """Give the number that is typed; or show what follows."""
        if not self._give_typed():
            self.led.ask(Next(self.led.walk.moves))

    def action_back(self) -> None:
        """Show what was before."""
        self._type(None)
        self.led.ask(Back(self.led.walk.moves))

    def action_extend(self, minutes: int) -> None:
        """Give a minute more, or less."""
        self.led.ask(Extend(minutes * MINUTE))

    def action_pause(self) -> None:
        """Hold all clocks, or let them go on."""
        self.led.ask(Pause() if self.led.walk.pace.held is None else Proceed())

    def action_blank(self) -> None:
        """Let the screen show nothing, or everything."""
        self.led.ask(Blank(not self.led.walk.blank))

    def action_count(self) -> None:
        """Begin to type how many hands went up."""
        if self.led.walk.shown:
            self._type("")

    def action_digit(self, digit: str) -> None:
        """Type on, if something is being typed."""
        if self.typed is not None and int(self.typed + digit) <= MOST_HANDS:
            self._type(self.typed + digit)

    def action_rub_out(self) -> None:
        """Take a digit back."""
        if self.typed is not None:
            self._type(self.typed[:-1])

    def action_leave(self) -> None:
        """Type no more; nothing else, since a clicker sends Escape, too."""
        self._type(None)

    def action_quit_walk(self) -> None:
        """Leave."""
        raise NotImplementedError

    def _give_typed(self) -> bool:
        typed = self.typed
        if typed is None:
            return False
        self._type(None)
        self.led.ask(Hands(int(typed) if typed else None))
        return True

    def _type(self, typed: str | None) -> None:
        if typed != self.typed:
            self.typed = typed
            self.tell_typed()
