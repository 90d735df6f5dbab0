"""The program run in this process: its real command line on a pipe, at a clock of ours."""

import os
import select
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.plain.person import FrozenClock

from nowwhat.cli.running import run
from nowwhat.cli.surroundings import Surroundings
from nowwhat.coach import coach
from nowwhat.coach.lexicon import Lexicon
from nowwhat.packs.pack import Pack
from nowwhat.plain import lines

_PIPE_HOLDS = 60_000


@dataclass(frozen=True)
class Ran:
    """What came of a command line."""

    status: int
    raw: bytes
    err: str
    around: Surroundings

    @property
    def out(self) -> str:
        return self.raw.decode()

    @property
    def flat(self) -> str:
        """What was said, without the breaks of lines."""
        return " ".join(self.out.split())


class Inside:
    """One machine of one person: a data folder, an environment, a clock."""

    def __init__(self, folder: Path, clock: FrozenClock) -> None:
        self.folder, self.clock = folder, clock
        self.environ: dict[str, str] = {"NOWWHAT_DATA": str(folder)}

    def around(self, stdin: int, stdout: TextIOWrapper) -> Surroundings:
        return Surroundings(stdin=stdin, stdout=stdout, environ=self.environ, clock=self.clock)

    def run(
        self,
        *args: str,
        typed: bytes | Iterable[str] = b"",
        environ: Mapping[str, str] | None = None,
        encoding: str = "utf-8",
        around: Mapping[str, object] | None = None,
    ) -> Ran:
        """Run one command line on what is typed, to its end.

        Args:
            args: Behind the program's name.
            typed: Bytes, or lines.
            environ: What stands in the environment beside the data folder.
            encoding: Of the output.
            around: Attributes of the surroundings to put something else in place of.
        """
        raw = typed if isinstance(typed, bytes) else "".join(f"{line}\n" for line in typed).encode()
        kept, err = BytesIO(), StringIO()
        out = TextIOWrapper(kept, encoding=encoding, write_through=True)
        with _given(raw) as stdin, redirect_stdout(out), redirect_stderr(err):
            stands = Surroundings(
                stdin=stdin,
                stdout=out,
                environ={**self.environ, **(environ or {})},
                clock=self.clock,
            )
            for name, value in (around or {}).items():
                setattr(stands, name, value)
            status = run(args, stands, err)
            out.flush()
        return Ran(status, kept.getvalue(), err.getvalue(), stands)

    def session(self, *args: str, typed: bytes | Iterable[str] = b"") -> Ran:
        return self.run("session", *args, "--plain", typed=typed)

    def history(self) -> dict[str, Any]:  # Any: it is JSON
        ran = self.run("history", "--json")
        assert ran.status == 0, ran.err
        whole: dict[str, Any] = msgspec.json.decode(ran.raw)
        return whole

    def drafts(self) -> list[Path]:
        return sorted((self.folder / "drafts").glob("*.json"))

    def journal(self) -> bytes:
        return (self.folder / "journal.json").read_bytes()


@contextmanager
def _given(raw: bytes) -> Iterator[int]:
    """Give the descriptor of a pipe that holds these bytes and no more; of a file, for many."""
    if len(raw) > _PIPE_HOLDS:
        with tempfile.TemporaryFile() as file:
            file.write(raw)
            file.flush()
            os.lseek(file.fileno(), 0, os.SEEK_SET)
            yield file.fileno()
        return
    reads, writes = os.pipe()
    os.write(writes, raw)
    os.close(writes)
    try:
        yield reads
    finally:
        os.close(reads)


class HurriedSelect:
    """`select`, for a clock of ours: what would be waited for is gone at once."""

    def __init__(self, clock: FrozenClock) -> None:
        self.clock = clock

    def select(
        self, reads: list[int], writes: list[int], others: list[int], seconds: float | None = None
    ) -> tuple[list[int], list[int], list[int]]:
        if seconds is None:
            return select.select(reads, writes, others)
        ready = select.select(reads, writes, others, 0)
        if not ready[0]:
            self.clock.gone += max(seconds, 1e-9)
        return ready


def hurry(clock: FrozenClock, patch: pytest.MonkeyPatch) -> None:
    """Let line mode in this process wait on our clock, and read the shipped words only once."""
    patch.setattr(lines, "select", HurriedSelect(clock))
    patch.setattr(Pack, "find", _find)
    patch.setattr(Pack, "script", cache(_script))
    patch.setattr(coach, "Coach", _coach)


_find_anew, _script, _Coach = Pack.find, Pack.script, coach.Coach
_shipped = cache(_find_anew)
_coaches: dict[int, coach.Coach] = {}


def _find(lang: str, content: Path | None = None) -> Pack:
    return _shipped(lang) if content is None else _find_anew(lang, content)


def _coach(lexicon: Lexicon) -> coach.Coach:
    return _coaches.get(id(lexicon)) or _coaches.setdefault(id(lexicon), _Coach(lexicon))
