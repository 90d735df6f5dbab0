"""Contrast of everything that is drawn, in each state of each screen, in both themes."""

from tests.end_to_end.inside import Inside
from tests.screens.everywhere import in_turn, walk
from tests.screens.focusing import Frame, see_focus, takers
from tests.screens.living import HOME, Guest, live
from tests.screens.looking import RGB, SHAPE, TEXT, cells_of, contrast

from nowwhat.app import Terminal

THEMES = ("nowwhat-light", "nowwhat-dark")


def everywhere(inside: Inside, lost: list[str]) -> dict[str, dict[str, Frame]]:
    """Give each state as it is drawn in each of the two themes; note lost keys."""
    count = 0
    seen: dict[str, dict[str, Frame]] = {theme: {} for theme in THEMES}

    async def living(guest: Guest) -> None:
        async def see(name: str) -> None:
            nonlocal count
            count += len(list(takers(guest)))
            if guest.place == "Palette":  # Textual dyes what is typed there only once
                seen[guest.app.theme][name] = cells_of(guest.strips)
                return
            for theme in in_turn(guest, THEMES):
                await guest.wear(theme)
                seen[theme][name] = cells_of(guest.strips)
            await see_focus(guest, lost, name, colour=True)

        await walk(guest, see)

    live(inside, HOME, living, first=True, terminal=Terminal())
    assert count > 60, "there are places that take keys"
    return seen


def faint(frames: dict[str, Frame]) -> dict[str, str]:
    """List what does not stand out: the pair of colours, and where."""
    found: dict[str, str] = {}
    for name, frame in frames.items():
        for row in frame:
            text = "".join(cell.char for cell in row).strip()
            for cell in row:
                least = SHAPE if cell.is_shape else TEXT
                if not cell.char.isspace() and cell.contrast < least:
                    pair = f"{cell.contrast:.1f}, {cell.ink} on {cell.ground}"
                    found.setdefault(pair, f"{cell.char!r} in {name}: {text}")
    return found


def faint_bars(frames: dict[str, Frame]) -> list[tuple[RGB, RGB]]:
    """List pairs of thumb and track that cannot be told apart."""
    bars = [c for frame in frames.values() for row in frame for c in row if c.scrolls]
    thumbs = {c.ink if c.is_shape else c.ground for c in bars if "grab" in c.scrolls}
    tracks = {c.ground for c in bars if "grab" not in c.scrolls}
    assert thumbs, "something scrolls somewhere"
    return [(a, b) for a in thumbs for b in tracks if a != b and contrast(a, b) < SHAPE]


def test_everything_drawn_stands_out_and_the_keys_are_seen_to_be_somewhere(
    inside: Inside,
) -> None:
    lost: list[str] = []
    for theme, frames in everywhere(inside, lost).items():
        assert len(frames) > 50
        found = [f"{pair}: {place[:70]}" for pair, place in faint(frames).items()]
        assert "\n".join(found) == "", theme
        assert faint_bars(frames) == [], theme
        manners = {m for frame in frames.values() for row in frame for c in row for m in c.manner}
        assert manners & {"dim", "blink"} == set()
    assert lost == []


def test_the_palette_stands_out_in_the_light_too(inside: Inside) -> None:
    seen: dict[str, Frame] = {}

    async def living(guest: Guest) -> None:
        await guest.press("f5")
        seen["palette"] = cells_of(guest.strips)
        await guest.type("dark")
        seen["searched"] = cells_of(guest.strips)

    for light in (False, True):
        live(inside, HOME, living, terminal=Terminal(still=True, light=light))
        assert faint(seen) == {}
