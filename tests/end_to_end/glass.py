"""A real terminal, read as a person reads it: the program on a pty, its bytes through pyte."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from itertools import pairwise

import pyte
from tests.end_to_end.program import PATIENCE

ESCAPE, ENTER, TAB, BACKSPACE = "\x1b", "\r", "\t", "\x7f"
UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
F1, F2, F3, F4, F5, F6, F7, F8 = (
    "\x1bOP",
    "\x1bOQ",
    "\x1bOR",
    "\x1bOS",
    "\x1b[15~",
    "\x1b[17~",
    "\x1b[18~",
    "\x1b[19~",
)
CTRL_C, CTRL_Q = "\x03", "\x11"

ALT = 1049
"""The mode of the alternate screen, which has no scrollback (xterm, ctlseqs)."""

_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_DRAWN = re.compile(r"[\s\u2500-\u259f\u25c2\u25b8]+")
"""What is no word: space, lines, blocks, the arrows of a form."""

_BEGINS, _ENDS, _ASKED, _UNDERSTOOD = (
    b"\x1b[?2026h",
    b"\x1b[?2026l",
    b"\x1b[?2026$p",
    b"\x1b[?2026;2$y",
)
"""Synchronised output (mode 2026): a picture begins and ends; whether it is understood; it is."""

_KITTY_ENDS = b"\x1b[<u"

_BAR = "\u258e"
"""The bar beside what may have the keys."""

_QUICK = 0.02
"""Seconds; so often something that says nothing on the terminal is looked at."""

_CALM = 0.06
"""Seconds without a word after which a picture is taken to be whole."""

Rows = tuple[str, ...]


class Screens(pyte.Screen):
    """A terminal's two screens, of which only the first has a scrollback.

    Attributes:
        above: The rows that have gone up out of view.
        left_behind: What stood on the alternate screen when it was left last.
    """

    above: Rows = ()
    left_behind: Rows = ()
    _alternate = False

    @property
    def seen(self) -> Rows:
        """What each row shows; pyte's own `display` fails on some marks without a letter."""
        columns = range(self.columns)
        return tuple("".join(self.buffer[y][x].data for x in columns) for y in range(self.lines))

    def index(self) -> None:
        """Go down a row; the uppermost one may go out of view."""
        if self.cursor.y == self.lines - 1 and not self._alternate:
            self.above = (*self.above, self.seen[0])
        super().index()

    def set_mode(self, *modes: int, **how: bool) -> None:
        """Go over to the alternate screen, besides what pyte knows."""
        if how.get("private") and ALT in modes:
            rows = [self.buffer[y].copy() for y in range(self.lines)]
            self._first = (rows, self.cursor.y, self.cursor.x)
            self._alternate = True
            super().erase_in_display(2)
        super().set_mode(*modes, **how)

    def reset_mode(self, *modes: int, **how: bool) -> None:
        """Come back from the alternate screen, besides what pyte knows."""
        if how.get("private") and ALT in modes:
            self._alternate, self.left_behind = False, self.seen
            rows, self.cursor.y, self.cursor.x = self._first
            super().erase_in_display(2)
            for y, row in enumerate(rows[: self.lines]):
                self.buffer[y].update(row)
        super().reset_mode(*modes, **how)


def words_of(text: str) -> str:
    """Only what is read in a text: neither the space nor the lines around it."""
    return _DRAWN.sub("", text)


class Glass:
    """A program in a terminal of its own.

    Attributes:
        pid: Of the program, which leads a session of its own.
        written: All bytes that it wrote.
        screens: What they make of the terminal.
        status: The exit status; 128 and more for a signal; none while it runs.
        seconds: Seconds of processor time that it used in all, once it has ended.
    """

    def __init__(
        self,
        line: Sequence[str],
        environ: Mapping[str, str],
        *,
        size: tuple[int, int] = (80, 24),
        only: Mapping[int, int] | None = None,
        folder: str = "/",
        controls: bool = True,
    ) -> None:
        """Start it.

        Args:
            line: The command line.
            environ: Its environment.
            size: Columns and rows.
            only: Descriptors of the program that are something else than the terminal.
            folder: Where it is started.
            controls: The terminal controls it; or else no signal says that the terminal is gone.
        """
        self.written, self._held = b"", b""
        self._over = False
        self._read_at, self._rows = (-1, 0, 0), Rows()
        self.status: int | None = None
        self.seconds = 0.0
        self.screens = Screens(*size)
        self._stream = pyte.ByteStream(self.screens)
        master, end = pty.openpty()
        _shape(end, size)
        self.modes_before = termios.tcgetattr(end)
        self.pid = os.fork()
        if self.pid == 0:
            _become(end, line, environ, only or {}, folder, controls=controls)
        os.close(end)
        self._end = master

    # What is seen

    @property
    def rows(self) -> Rows:
        """What the screen shows."""
        now = (len(self.written), self.screens.columns, self.screens.lines)
        if now != self._read_at:
            self._read_at = now
            self._rows = tuple(row.rstrip() for row in self.screens.seen)
        return self._rows

    @property
    def shown(self) -> str:
        """What the screen shows, words alone."""
        return words_of("".join(self.rows))

    @property
    def modes(self) -> dict[int, bool]:
        """Of each private mode that was ever set or reset, whether it is set (DECSET)."""
        found: dict[int, bool] = {}
        for modes, how in _MODE.findall(self.written):
            found |= {int(mode): how == b"h" for mode in modes.split(b";")}
        return found

    def until(self, *wanted: str, but: str = "") -> None:
        """Wait until the screen shows all of these, and not the other."""
        parts, other = [words_of(words) for words in wanted], words_of(but)

        def there() -> bool:
            shown = self.shown
            return all(part in shown for part in parts) and not (other and other in shown)

        self.wait(there, f"{wanted!r} (and not {but!r}) on the screen")

    def wait(self, there: Callable[[], bool], what: str, seconds: float = PATIENCE) -> float:
        """Read on until something is so; give how many seconds that took.

        A picture that is half painted is not looked at.
        """
        began = time.monotonic()
        while self._painting or not there():
            gone = time.monotonic() - began
            if gone > seconds or (not self._more(_QUICK) and not there()):
                seen = "\n".join(self.rows)
                raise AssertionError(f"not in {gone:.1f} s: {what}; but:\n{seen}")
        return time.monotonic() - began

    @property
    def _painting(self) -> bool:
        return not self._over and self.written.rfind(_BEGINS) > self.written.rfind(_ENDS)

    def _more(self, seconds: float) -> bool:
        """Read what comes within some seconds; say whether more may come."""
        if self._over or not select.select([self._end], [], [], seconds)[0]:
            return not self._over
        try:
            chunk = os.read(self._end, 65536)
        except OSError:  # the program has ended
            chunk = b""
        self._over = not chunk
        if _ASKED in chunk:
            os.write(self._end, _UNDERSTOOD)
        self.written += chunk
        self._stream.feed(self._understood(chunk))
        return bool(chunk)

    def _understood(self, chunk: bytes) -> bytes:
        """What pyte understands of it: of the end of kitty's keyboard it would print the `u`."""
        whole = self._held + chunk
        at = whole.rfind(b"\x1b")
        partial = at >= 0 and _KITTY_ENDS.startswith(whole[at:])
        whole, self._held = (whole[:at], whole[at:]) if partial else (whole, b"")
        return whole.replace(_KITTY_ENDS, b"")

    # What is done

    def press(self, *keys: str) -> None:
        """Press keys; nothing waits between them."""
        self.send("".join(keys).encode("utf-8", "surrogatepass"))

    def calm(self) -> None:
        """Read on until nothing has come for a moment."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and not self._over:
            if not select.select([self._end], [], [], _CALM)[0]:
                return
            self._more(0)

    def until_at(self, words: str) -> None:
        """Wait until the row that shows these words is the one that takes the keys."""
        self.wait(lambda: self._takes_keys(words_of(words)), f"the keys at {words!r}")

    def _takes_keys(self, words: str) -> bool:
        """Whether the row with these words is bold, or a cursor stands in it."""
        for y, row in enumerate(self.rows):
            if words in words_of(row):
                cells = [self.screens.buffer[y][x] for x in range(self.screens.columns)]
                at = next((x for x, c in enumerate(cells) if c.data == _BAR), 0)
                around = {cells[0].bg, cells[at + 1].bg}
                return any((c.bold and c.data.strip()) or c.bg not in around for c in cells)
        return False

    def send(self, raw: bytes) -> None:
        """Send bytes, and read meanwhile, or a terminal that is full both ways stands still."""
        os.set_blocking(self._end, False)
        while raw:
            with suppress(BlockingIOError):
                raw = raw[os.write(self._end, raw) :]
            if raw:
                self._more(_QUICK)
        os.set_blocking(self._end, True)

    def paste(self, text: str) -> None:
        """Paste as terminals do that know of it (mode 2004)."""
        self.press("\x1b[200~", text, "\x1b[201~")

    def choose(self, words: str) -> None:
        """Take what begins with these words, by its digit, once it is offered."""
        sign = words_of(words.partition("{")[0])
        found: list[str] = []

        def offered() -> bool:
            for row, after in pairwise([*self.rows, ""]):
                cells = words_of(row)
                line = cells + words_of(after)
                if cells[:1].isdigit() and line[1:].startswith(sign):
                    found.append(cells[0])
            return bool(found)

        self.wait(offered, f"{words!r} among what can be chosen")
        self.press(found[0])
        self.press(ENTER)

    def resize(self, columns: int, rows: int) -> None:
        """Make the terminal larger or smaller."""
        self.screens.resize(rows, columns)
        _shape(self._end, (columns, rows))

    def signal(self, number: int) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def cpu(self) -> float:
        """Seconds of processor time used so far."""
        with open(f"/proc/{self.pid}/stat", encoding="utf-8") as stat:  # noqa: PTH123 - no file
            fields = stat.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    # Its end

    def hang_up(self) -> int:
        """Close the terminal; give the exit status."""
        os.close(self._end)
        self._over, self._end = True, -1
        return self.ended()

    def ended(self) -> int:
        """Read on until it has ended; give the exit status."""
        deadline = time.monotonic() + PATIENCE
        pidfd = os.pidfd_open(self.pid)
        while time.monotonic() < deadline and not select.select([pidfd], [], [], 0)[0]:
            if not self._more(_QUICK):  # nothing more is said; it may take a moment to end
                select.select([pidfd], [], [], deadline - time.monotonic())
        gone = bool(select.select([pidfd], [], [], 0)[0])
        os.close(pidfd)
        assert gone, "\n".join(("the program goes on for ever:", *self.rows))
        while self._more(0) and not self._over and select.select([self._end], [], [], 0)[0]:
            pass
        return self._buried()

    def kill(self) -> None:
        """End it as a power cut does."""
        self.signal(signal.SIGKILL)
        self._buried()

    @property
    def modes_now(self) -> list[object]:
        """How the terminal treats what is typed, as `termios` tells it."""
        return termios.tcgetattr(self._end)

    @property
    def anyone_left(self) -> bool:
        """Whether some process of its session goes on."""
        try:
            os.killpg(self.pid, 0)
        except ProcessLookupError:
            return False
        return True

    def _buried(self) -> int:
        _, raw, used = os.wait4(self.pid, 0)
        code = os.waitstatus_to_exitcode(raw)
        self.status = code if code >= 0 else 128 - code
        self.seconds = used.ru_utime + used.ru_stime
        return self.status

    def close(self) -> None:
        """End it, whatever it does."""
        if self.status is None:
            self.kill()
        if self._end >= 0:
            os.close(self._end)
            self._end = -1


def _shape(end: int, size: tuple[int, int]) -> None:
    fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))


def _become(
    end: int,
    line: Sequence[str],
    environ: Mapping[str, str],
    only: Mapping[int, int],
    folder: str,
    *,
    controls: bool,
) -> None:
    """Become the program, in a session of its own."""
    try:
        os.setsid()
        if controls:
            fcntl.ioctl(end, termios.TIOCSCTTY, 0)
        for number in range(3):
            os.dup2(only.get(number, end), number)
        os.closerange(3, 256)
        os.chdir(folder)
        os.execve(line[0], list(line), dict(environ))  # noqa: S606 - it needs no shell
    finally:
        os._exit(127)
