"""Progress, drawn as a bridge: a plank for each question answered, the far bank in sight."""

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

_BANK = 4
"""Cells of each bank."""

NEAR = 5
"""No bridge has fewer planks, however few steps are known of yet."""

FAR = 7
"""The far bank of a person's own bridge is never nearer than so many planks."""


class Bridge(Widget):
    """A bridge of `of` planks, the first `laid` of which lie.

    A plank that lies is a thick line, the next one a mark, the others dots: told without colour.
    Where there is one row for it, the water is left out.
    """

    DEFAULT_CSS = """
    Bridge { height: 2; width: 100%; max-width: 92; color: $foreground-muted; }
    """

    laid: reactive[int] = reactive(0)
    of: reactive[int] = reactive(0)

    def __init__(self, *, walker: bool = True, id: str | None = None) -> None:  # noqa: A002 - Textual calls it so
        """Prepare.

        Args:
            walker: Somebody stands on it.
            id: Its id.
        """
        super().__init__(id=id)
        self._walker = walker

    def lay(self, laid: int, of: int) -> None:
        """Show so many planks of so many."""
        self.laid, self.of = laid, max(of, laid, NEAR)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take two rows."""
        del container, viewport, width
        return 2

    def render(self) -> Content:
        """Draw it as wide as there is room."""
        width = self.size.width
        room = width - 2 * _BANK
        if room < 1 or self.of < 1:
            return Content("")
        deck = self._deck(room)
        return deck if self.size.height == 1 else deck + Content("\n") + self._water(width)

    def _deck(self, room: int) -> Content:
        """Draw banks and planks; the planks share the room as evenly as cells allow."""
        edges = [round(room * n / self.of) for n in range(self.of + 1)]
        lies = next_one = ahead = ""
        for number in range(self.of):
            cells = edges[number + 1] - edges[number]
            if number < self.laid:
                lies += "━" * (cells - 1) + (" " if cells > 1 else "━" * cells)
            elif number == self.laid and self._walker:
                next_one = "●".center(max(cells, 1))
            else:
                ahead += "╌" * (cells - 1) + " " if cells > 1 else "╌" * cells
        return Content.assemble(
            ("▁▂▃▄", "$panel"),
            (lies, "$primary"),
            (next_one, "bold $secondary"),
            (ahead, "$primary-muted"),
            ("▄▃▂▁", "$panel"),
        )

    def _water(self, width: int) -> Content:
        wave = "  ~     ~~    ~ "
        inner = (wave * (width // len(wave) + 1))[: width - 2 * _BANK]
        return Content.assemble(("████", "$panel"), (inner, "$panel"), ("████", "$panel"))
