"""An app painted twice at once, by the wire and by stock Textual, and both looked at each time."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

from rich.color import ColorSystem
from rich.style import Style
from tests.wire.emulator import Emulator
from textual import events
from textual._compositor import LayoutUpdate
from textual.app import App
from textual.driver import Driver
from textual.geometry import Region, Size
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from nowwhat.widgets.painting import Painted
from nowwhat.wire.abilities import Abilities
from nowwhat.wire.palette import _SYSTEMS, Palette
from nowwhat.wire.wire import Wire


class Glass(Driver):
    """A driver that writes into two terminals of this process.

    Attributes:
        stale: The terminals have another size, and the app has not painted for it yet: until then
            Textual writes rows that are too long, and more than there are.
        untold: The app has not even heard of it.
    """

    def __init__(self, app: App[object], **given: Any) -> None:
        super().__init__(app, **given)
        columns, lines = self._size or (80, 24)
        in_colour = app.abilities.erases_in_colour  # type: ignore[attr-defined]
        none = app.abilities.palette is Palette.NONE  # type: ignore[attr-defined]
        self.ours = Emulator(columns, lines, erases_in_colour=in_colour)
        self.stock = Emulator(columns, lines, colourless=none)
        self.stale = self.untold = False
        self.into: tuple[Emulator, ...] = (self.ours, self.stock)
        self.written: dict[int, list[str]] = {id(self.ours): [], id(self.stock): []}

    def write(self, data: str) -> None:
        for emulator in self.into:
            emulator.feed(data)
            self.written[id(emulator)].append(data)
        if self.ours in self.into and isinstance(self._app, Painted):
            self._app.overhear(data)

    @property
    def size(self) -> Size:
        return Size(self.ours.screen.columns, self.ours.screen.lines)

    def bytes_of(self, emulator: Emulator) -> int:
        return sum(len(data.encode()) for data in self.written[id(emulator)])

    def resize(self, columns: int, lines: int) -> None:
        for emulator in (self.ours, self.stock):
            emulator.resize(columns, lines)
        self.stale = self.untold = True
        size = Size(columns, lines)
        self._size = (columns, lines)
        self._app.post_message(events.Resize(size, size))

    def start_application_mode(self) -> None:
        columns, lines = self._size or (80, 24)
        size = Size(columns, lines)
        self.write("\x1b[?1049h\x1b[?25l\x1b[?1004h\x1b[?2004h\x1b[?7l")
        asyncio.get_running_loop().call_soon(self._app.post_message, events.Resize(size, size))

    def stop_application_mode(self) -> None:
        self.write("\x1b[m\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h")

    def disable_input(self) -> None: ...


class Beside(Painted[Any]):
    """To be mixed in before an app: what it shows is painted twice, and has to be the same.

    Attributes:
        abilities: Of the terminal.
        painted: How many frames were looked at.
        steps: How many steps between pictures were looked at.
        differs: Where they were not the same first.
    """

    abilities = Abilities(erases_in_colour=True)
    painted = 0
    steps = 0
    differs = ""

    @property
    def glass(self) -> Glass:
        assert isinstance(self._driver, Glass)
        return self._driver

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Resize) and event.size == self.glass.size:
            self.glass.untold = False  # those before it may have been left out
        await super().on_event(event)

    def _display(self, screen: Any, renderable: Any) -> None:
        if not isinstance(self._driver, Glass):
            return
        glass = self._driver
        glass.into = (glass.stock,)
        with without_caches(_SYSTEMS.get(self.abilities.palette, ColorSystem.STANDARD)):
            App._display(self, screen, renderable)
            glass.into = (glass.ours,)
            super()._display(screen, renderable)
        glass.into = (glass.ours, glass.stock)
        self.painted += 1
        fits = isinstance(renderable, LayoutUpdate) and renderable.region.size == glass.size
        if fits and not glass.untold:
            glass.stale = False
        if not glass.stale:
            self.differs = self.differs or self.compare()

    def step(self, widget: Widget, rows: range, before: Any, after: Any) -> bool:
        """Let the stock terminal have what the compositor would have painted."""
        glass = self.glass
        glass.into = (glass.ours,)
        done = super().step(widget, rows, before, after)
        glass.into = (glass.ours, glass.stock)
        if done:
            self.steps += 1
            region = self.screen.find_widget(widget).region
            part = Region(0, rows.start, region.width, len(rows))
            for y, strip in zip(rows, widget.render_lines(part), strict=True):
                system = _SYSTEMS.get(self.abilities.palette, ColorSystem.STANDARD)
                said = "".join(_written(text, style, system) for text, style, _ in strip)
                glass.stock.feed(f"\x1b[{region.y + y + 1};{region.x + 1}H{said}")
            x, y = self.screen.outer_size.clamp_offset(self.cursor_position)
            glass.stock.feed(f"\x1b[{y + 1};{x + 1}H")
            self.differs = self.differs or self.compare()
        return done

    def compare(self) -> str:
        """Say where a cell, what it is written with, or the cursor is not the same."""
        ours, stock = self.glass.ours, self.glass.stock
        for y, (one, other) in enumerate(zip(ours.rows, stock.rows, strict=True)):
            for x, (mine, theirs) in enumerate(
                zip(one, other, strict=True) if one != other else ()
            ):
                if mine != theirs:
                    return f"frame {self.painted}, column {x}, row {y}: {mine} for {theirs}"
        if ours.cursor != stock.cursor:
            return f"frame {self.painted}: cursor {ours.cursor} for {stock.cursor}"
        return ""


@contextmanager
def without_caches(system: ColorSystem) -> Iterator[None]:
    """Let Textual write its styles anew: it keeps them as they were written first, for ever."""

    def render(strip: Strip, console: object) -> str:
        return "".join(_written(text, style, system) for text, style, _ in strip)

    before, Strip.render = Strip.render, render  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        Strip.render = before  # type: ignore[method-assign]


def _written(text: str, style: Style | None, system: ColorSystem) -> str:
    if style is None:
        return text
    fresh = style.copy()
    fresh._ansi = None
    return Strip.render_style(fresh, text, system) if fresh._make_ansi_codes(system) else text


def live(
    app: Beside,
    life: Callable[[Pilot[Any]], Awaitable[None]],
    size: tuple[int, int] = (80, 24),
) -> Glass:
    """Run an app beside stock Textual; whatever differs, fails."""

    async def go() -> Glass:
        app.driver_class = Glass
        if app.painter is None:
            app.hand_over(Wire(app.abilities))
        async with app.run_test(headless=False, size=size) as pilot:
            await pilot.pause()
            await life(pilot)
            await pilot.pause()
            async with asyncio.timeout(10):
                while app.glass.stale and not app._exit:  # it may have been left
                    await pilot.pause(0.005)
            assert app.painter is not None, "stock Textual painted"
            assert app.painted
            assert app._exit or not app.glass.stale
            return app.glass

    glass = asyncio.run(go())
    assert not app.differs, app.differs
    return glass
