"""The shared screen while it shows nothing: any key shows everything again."""

from collections.abc import Callable

from textual import events

from nowwhat.group.walk import Blank as MakeBlank
from nowwhat.group.walking import Led
from nowwhat.screens.blank import Blank


class Dark(Blank):
    """Nothing, until a key is pressed or the notes say so."""

    def __init__(self, led: Led) -> None:
        """Be there while the walk is blank."""
        super().__init__()
        self._led = led
        self._stop: Callable[[], None] = lambda: None

    def on_mount(self) -> None:
        """Watch it."""
        self._stop = self._led.watch(lambda: self.call_later(self._look))

    def on_unmount(self) -> None:
        """Watch it no more."""
        self._stop()

    def on_screen_resume(self) -> None:
        """Go, if it is over meanwhile."""
        self._look()

    def on_key(self, event: events.Key) -> None:
        """Show everything again."""
        event.stop()
        self._led.ask(MakeBlank(on=False))

    def _look(self) -> None:
        if not self._led.walk.blank and self.is_current:
            self.dismiss(None)
