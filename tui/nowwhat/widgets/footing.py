"""The quiet line at the foot of each screen: the keys that matter here, always care and leaving."""

from collections.abc import Sequence

from textual import events
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static


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
    Footing { height: 1; width: 100%; dock: bottom; padding: 0 2; }
    Footing > .footing-space { width: 1fr; height: 1; }
    Footing > Key.-last { margin-right: 0; }
    """

    def __init__(self) -> None:
        super().__init__(id="footing")
        self._named: tuple[tuple[str, str, str], ...] = ()

    def name_keys(
        self, left: Sequence[tuple[str, str, str]], right: Sequence[tuple[str, str, str]]
    ) -> None:
        """Name the keys: of each, the key, its words, its action."""
        named = (*left, ("", "", ""), *right)
        if named == self._named:
            return
        self._named = named
        self.remove_children()
        keys = [Key(*each) for each in right]
        keys[-1].add_class("-last")
        self.mount(*(Key(*each) for each in left), Static(classes="footing-space"), *keys)
