"""What shows one picture after another, past the compositor wherever that can be."""

from collections.abc import Hashable

from textual.geometry import Region
from textual.widget import Widget

from nowwhat.widgets.painting import Painted


class Stepping(Widget):
    """Drawn by the Line API; what is seen of it is named, so that a step is worked out once."""

    _seen: Hashable = None

    def notify_style_update(self) -> None:
        """Take note that it may look otherwise now."""
        super().notify_style_update()
        self._seen = None

    def looks(self) -> Hashable:
        """Name all that is seen of it but what it shows at present."""
        raise NotImplementedError

    def step(self, rows: range, before: Hashable, after: Hashable, part: Region) -> None:
        """Let some rows of it change.

        Args:
            rows: Which, from its top.
            before: Names what it showed.
            after: Names what it shows; it draws that already.
            part: What there is to draw again, where the compositor has to do it.
        """
        if self._seen is None:
            self._seen = self.looks()
        look, app = (self._seen, self.outer_size), self.app
        if not (isinstance(app, Painted) and app.step(self, rows, (look, before), (look, after))):
            self.refresh(part)
