"""The keys of the screen that one came from."""

from collections.abc import Collection, Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from nowwhat.packs.words import Words
from nowwhat.screens.place import Place
from nowwhat.widgets.saying import Saying


class Help(Place[None]):
    """Keys and what they do, those of the screen first."""

    DEFAULT_CSS = """
    Help .help-key { width: 12; text-style: bold; color: $primary; }
    Help .help-row { height: auto; }
    Help .help-row > .help-words { width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,f1,q", "leave", id="help.leave", show=False, priority=True)
    ]

    def __init__(
        self,
        words: Words,
        keys: Sequence[tuple[str, str]],
        taken: Collection[str] = (),
    ) -> None:
        """Tell keys.

        Args:
            words: What the program says.
            keys: Those of the screen.
            taken: Which of those everywhere do something else there.
        """
        super().__init__(words)
        self._keys, self._taken = tuple(keys), frozenset(taken)

    def compose_column(self) -> Iterable[Widget]:
        """Lay out the keys."""
        words = self.words.keys
        yield Saying(words.title, classes="title")
        everywhere = (
            ("F1", words.keys),
            ("F2", words.care),
            ("F5", words.palette),
            ("F8", words.leave_quickly),
            ("F9", words.look),
            ("Tab", words.tab),
        )
        for key, said in self._keys:
            yield self._row(key, said)
        yield Saying(words.everywhere, classes="quiet after")
        for key, said in everywhere:
            if key not in self._taken:
                yield self._row(key, said)

    def _row(self, key: str, said: str) -> Widget:
        key_saying = Saying(key, classes="help-key")
        return Horizontal(key_saying, Saying(said, classes="help-words"), classes="help-row")
