"""A room's screen while it shows nothing: any key shows everything again, and nothing has ended."""

from textual import events

from nowwhat.screens.blank import Blank


class Veil(Blank):
    """Nothing, until a key is pressed."""

    def on_key(self, event: events.Key) -> None:
        """Show everything again."""
        event.stop()
        self.dismiss(None)
