"""Four depths of colour at once in one process: each caller has what their client says."""

import asyncio
import re

import asyncssh
import pytest
from tests.ssh.caller import Caller, call
from tests.ssh.conftest import Serve
from tests.ssh.walking import to_home

TRUE, MANY = re.compile(rb"[34]8;2;\d"), re.compile(rb"[34]8;5;\d")
FEW = re.compile(rb"\x1b\[(?:\d+;)*(?:3|4|9|10)[0-7](?:;\d+)*m")
DEPTHS: tuple[tuple[str, dict[str, str], str], ...] = (
    ("xterm-256color", {"COLORTERM": "truecolor"}, "true"),
    ("xterm-kitty", {}, "true"),
    ("xterm-256color", {}, "many"),
    ("xterm", {}, "few"),
    ("vt100", {}, "none"),
    ("xterm-256color", {"NO_COLOR": "1", "COLORTERM": "truecolor"}, "none"),
)


def depth_of(caller: Caller) -> str:
    """What was used of the colours of the terminal."""
    for name, pattern in (("true", TRUE), ("many", MANY), ("few", FEW)):
        if pattern.search(caller.heard):
            return name
    return "none"


def test_each_caller_has_the_colours_of_their_own_terminal(
    serve: Serve, keys: list[asyncssh.SSHKey], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")  # the server's own is nobody's
    place = serve()

    async def one(term: str, environ: dict[str, str], all_here: asyncio.Barrier) -> str:
        async with call(place, term=term, environ=environ) as caller:
            await to_home(caller)
            await all_here.wait()
            caller.type("\x1b[20~")  # the other look, painted while the others are here
            await asyncio.sleep(0)
            caller.type("2\r")
            await caller.until("sentence or two")
            return depth_of(caller)

    async def live() -> list[str]:
        all_here = asyncio.Barrier(len(DEPTHS))
        return list(await asyncio.gather(*(one(term, env, all_here) for term, env, _ in DEPTHS)))

    assert asyncio.run(live()) == [depth for _, _, depth in DEPTHS]
