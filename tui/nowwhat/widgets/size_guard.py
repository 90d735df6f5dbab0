"""The face of a terminal that is too small: it says so kindly, and goes when there is room."""

from typing import ClassVar

from textual.content import Content
from textual.widgets import Static

WIDTH, HEIGHT = 60, 20
"""The smallest size, in cells, at which every screen can be used."""


class SizeGuard(Static):
    """Shown alone while the screen is smaller than it can be; the screen's classes decide."""

    DEFAULT_CSS = """
    SizeGuard {
        display: none; width: 100%; height: 100%; padding: 0;
        content-align: center middle; text-align: center; color: $foreground;
    }
    Screen.-low SizeGuard, Screen.-narrow SizeGuard { display: block; }
    """
    SCOPED_CSS: ClassVar[bool] = False  # or the second of the two would be looked for inside

    def __init__(self, words: str) -> None:
        super().__init__(Content(words), markup=False)
