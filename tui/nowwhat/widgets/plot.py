"""A curve, drawn: discomfort each time, before, at its most, afterwards.

Imported only when there is a curve to draw: what draws it takes its time to load.
"""

from collections.abc import Sequence

from textual.app import App
from textual.color import Color
from textual_plotext import PlotextPlot

from nowwhat.sitting.curve import Time

_TOP = 10
"""Discomfort goes from 0 to here."""

_TICKS = 12
"""As many numbers have room below."""

_RATED = ("before", "most", "after")
_MARKS = ("○", "●", "·")
"""The pack's words for the three say the same marks."""

_COLOURS = ("foreground-muted", "primary", "secondary")


class CurvePlot(PlotextPlot):
    """Each line has a mark of its own, so that it can be told without colour."""

    DEFAULT_CSS = """
    CurvePlot { height: 11; width: 100%; max-width: 68; margin-bottom: 1; }
    """

    def __init__(self, done: Sequence[Time]) -> None:
        """Draw these times, oldest first."""
        super().__init__(id="plot")
        self._done = tuple(done)

    def on_mount(self) -> None:
        """Draw it in the colours that are worn now."""
        ansi = self.app.current_theme.ansi
        if ansi:
            self.theme = "clear"
        super().on_mount()
        self._draw(colours=not ansi)

    def _draw(self, *, colours: bool) -> None:
        plot = self.plt
        for what, mark, colour in zip(_RATED, _MARKS, _COLOURS, strict=True):
            points = [
                (number, value)
                for number, time in enumerate(self._done, 1)
                if (value := getattr(time, what)) is not None
            ]
            if points:
                numbers, values = zip(*points, strict=True)
                ink = _rgb(self.app, colour) if colours else None
                plot.plot(numbers, values, marker="braille", color=ink)
                plot.scatter(numbers, values, marker=mark, color=ink)
        plot.ylim(0, _TOP)
        plot.yticks([0, _TOP // 2, _TOP])
        step = -(-len(self._done) // _TICKS)
        plot.xticks(list(range(1, len(self._done) + 1, step)))
        plot.xlim(0.8, len(self._done) + 0.2)
        self.refresh()


def _rgb(app: App[object], name: str) -> tuple[int, int, int]:
    red, green, blue = Color.parse(app.theme_variables[name]).rgb
    return red, green, blue
