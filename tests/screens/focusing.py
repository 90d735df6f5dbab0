"""Whether it is seen which widget takes the keys: its cells with them, and without."""

from collections.abc import Iterator

from tests.screens.living import Guest
from tests.screens.looking import SHAPE, Cell, cells_of, contrast
from textual.geometry import Region
from textual.widget import Widget

Frame = list[list[Cell]]


def within(frame: Frame, region: Region) -> list[Cell]:
    return [
        cell for row in frame[region.y : region.bottom] for cell in row[region.x : region.right]
    ]


def visible(region: Region, frame: Frame) -> Region:
    return region.intersection(Region(0, 0, len(frame[0]), len(frame) - 1))


def told(before: list[Cell], after: list[Cell], *, colour: bool) -> bool:
    """Say whether a change can be seen: by a character or a weight, or by a strong colour."""
    for one, other in zip(before, after, strict=True):
        if one.bare != other.bare:
            return True
        if colour and one != other and contrast(one.ground, other.ground) >= SHAPE:
            return True
    return False


def takers(guest: Guest) -> Iterator[Widget]:
    """Widgets that can take the keys and are in view."""
    for widget in guest.screen.focus_chain:
        if widget.region.area and not widget.has_class("-empty"):
            yield widget


async def see_focus(guest: Guest, lost: list[str], name: str, *, colour: bool) -> None:
    """Note down what looks the same with and without the keys, where they could be elsewhere."""
    had = guest.app.focused
    if guest.place == "Palette":
        return
    places = list(takers(guest))
    for widget in places if len(places) > 1 else ():
        guest.screen.set_focus(widget, scroll_visible=False)
        await guest.pilot.pause()
        with_keys = cells_of(guest.strips)
        guest.screen.set_focus(None)
        await guest.pilot.pause()
        without = cells_of(guest.strips)
        region = visible(widget.region, with_keys)
        if region.area and not told(
            within(without, region), within(with_keys, region), colour=colour
        ):
            lost.append(f"{type(widget).__name__} in {name}")
    guest.screen.set_focus(had, scroll_visible=False)
    await guest.pilot.pause()
