"""The same cells as stock Textual at every moment: a small app, and anything done in it."""

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.wire.beside import live
from tests.wire.small_app import Small
from textual.pilot import Pilot

KEYS = (
    *("tab", "shift+tab", "up", "down", "left", "right", "enter", "escape", "space", "pagedown"),
    *("home", "end", "backspace", "delete", "f3", "f4", "f5", "f6", "f7", "a", "z", "shift+right"),
    *("ctrl+u", "ctrl+a"),
)
SIZES = ("size 60 20", "size 100 30", "size 61 21", "size 80 24")
PASTED = ("\u6f22", "e\u0301", "\U0001f469\u200d\U0001f4bb", "\u05e9", "\u0627\u0644")
DEEDS = st.one_of(st.sampled_from(KEYS), st.sampled_from(SIZES), st.sampled_from(PASTED))


async def do(pilot: Pilot[None], deed: str) -> None:
    app = pilot.app
    assert isinstance(app, Small)
    if deed.startswith("size"):
        _, columns, lines = deed.split()
        if app.size != (int(columns), int(lines)):
            app.glass.resize(int(columns), int(lines))
    elif deed.isascii():
        await pilot.press(deed)
    else:
        from textual import events  # noqa: PLC0415 - only what is pasted needs it

        app.screen.post_message(events.Paste(deed))
    await pilot.pause()


def test_a_few_things_done_in_an_app() -> None:
    async def life(pilot: Pilot[None]) -> None:
        for deed in ("a", "b", *PASTED, "f3", "escape", "tab", "down", "down", "f4", "f7", "x"):
            await do(pilot, deed)

    app = Small()
    glass = live(app, life)
    assert app.painted > 10
    assert glass.bytes_of(glass.ours) * 3 < glass.bytes_of(glass.stock)


def test_a_cursor_in_the_midst_of_a_cluster() -> None:
    async def life(pilot: Pilot[None]) -> None:
        for deed in (PASTED[2], "size 80 24", PASTED[0], PASTED[3], "home"):
            await do(pilot, deed)

    live(Small(), life)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(deeds=st.lists(DEEDS, min_size=5, max_size=25))
def test_whatever_is_done_the_cells_are_the_same(deeds: list[str]) -> None:
    async def life(pilot: Pilot[None]) -> None:
        for deed in deeds:
            await do(pilot, deed)

    live(Small(), life)
