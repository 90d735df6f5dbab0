"""The quiet line at the foot of each screen: the keys that matter here, always care and leaving."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from nowwhat.packs.screen_words import FootingWords

Named = tuple[str, str, str]
"""A key: as it is shown, its words, the action that a click runs."""


def keys_of_breath(words: FootingWords, *, paused: bool) -> list[Named]:
    """Name those of a breathing that runs, or is paused."""
    return [
        ("Space", words.go_on if paused else words.pause, "screen.breath('pause')"),
        ("Esc", words.leave_breath, "screen.breath('leave')"),
    ]


class Key(Static):
    """One key and what it does; a click does it too."""

    DEFAULT_CSS = """
    Key { width: auto; height: 1; margin-right: 3; color: $foreground-muted; }
    Key:hover { color: $foreground; text-style: underline; }
    """

    def __init__(self, key: str, words: str, action: str) -> None:
        """Name a key.

        Args:
            key: As it is shown.
            words: What it does.
            action: What a click runs.
        """
        content = Content.assemble((key, "bold $foreground"), " ", words)
        super().__init__(content, markup=False)
        self._action = action

    async def on_click(self, event: events.Click) -> None:
        """Do it."""
        event.stop()
        await self.app.run_action(self._action, default_namespace=self.screen)


class Footing(Horizontal):
    """Two groups of keys, the second one to the right."""

    DEFAULT_CSS = """
    Footing { height: 1; width: 100%; dock: bottom; align-horizontal: center; }
    Footing > #footing-keys { height: 1; width: 100%; max-width: 96; padding: 0 2; }
    Footing .footing-space { width: 1fr; height: 1; }
    Footing Key.-last { margin-right: 0; }
    """

    def __init__(self, left: Sequence[Named], right: Sequence[Named]) -> None:
        """Name the keys to begin with: of each, the key, its words, its action."""
        super().__init__(id="footing")
        self._left, self._right = tuple(left), tuple(right)

    def compose(self) -> ComposeResult:
        """Lay out the keys."""
        yield Horizontal(*self._keys(), id="footing-keys")

    def name_keys(self, left: Sequence[Named], right: Sequence[Named]) -> None:
        """Name other keys."""
        if (tuple(left), tuple(right)) == (self._left, self._right):
            return
        self._left, self._right = tuple(left), tuple(right)
        row = self.query_one("#footing-keys")
        row.remove_children()
        row.mount(*self._keys())

    def _keys(self) -> list[Static]:
        keys = [Key(*each) for each in self._right]
        keys[-1].add_class("-last")
        return [*(Key(*each) for each in self._left), Static(classes="footing-space"), *keys]
