"""What is pasted or typed into a field is kept as text, shown as text, and does nothing else."""

import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from tests.end_to_end.answers import BRIDGE
from tests.end_to_end.conftest import Look
from tests.end_to_end.glass import CTRL_Q, ENTER, ESCAPE, F2, F3, F7, F8, UP, Glass
from tests.end_to_end.inside import Inside
from tests.end_to_end.naughty import OURS, big_list
from tests.end_to_end.questions import PACK, WORDS
from tests.end_to_end.walk import CARD, STOPPED, answer, sign
from tests.plain.person import FrozenClock

from nowwhat.session.events import Noted, Offered, Planned
from nowwhat.session.typed import LINE_LIMIT, NOTE_LIMIT, shown, take
from nowwhat.settings.preferences import Preferences, load
from nowwhat.sitting.draft import decode

OWN = re.compile(
    r"\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1049|2004|2026|2048)[hl]"  # modes
    r"|\x1b\[6n"  # how wide a block is drawn
    r"|\x1b\[\?20(?:26|48)\$p|\x1b\[<u"  # what it asks
    r"|\x1b\]22;[a-z]*\x07"  # the shape of the mouse
    r"|\x1b\[[0-9;]*[A-DGHKXb]|\x1b\[2J"  # moves; what is wiped out, and said again
    r"|\x1b\[(?:;?(?:[0-9]|2[0-9]|39|49|[34]8;2;\d+;\d+;\d+))*m"  # styles, in 24 bits
)
"""All that the program itself says to a terminal besides words."""

ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
TEXTS = {"insight": NOTE_LIMIT, "action": LINE_LIMIT}
TEXTS |= dict.fromkeys(("when", "obstacle", "response"), LINE_LIMIT)
"""The steps of the short bridge that take words, and the characters that each keeps."""

AFTER = {
    "insight": sign("bridge", "discomfort"),
    "response": PACK.script("bridge").step("commit").says[0],
}
AFTER |= {"action": sign("bridge", "hurt"), "when": sign("bridge", "obstacle")}
AFTER["obstacle"] = sign("bridge", "response")


Put = Callable[[Glass, str], None]

NO_NOISE = (0x03, 0x11, 0x18)
"""Control-C, Control-Q, Control-X: they leave, or copy to the clipboard by a word of our own."""

ODD = (
    b"\x1b[99999999999999999999;1H",
    b"\x1b[?99999999;99999$y",
    b"\x1b[48;0;0;0;0t",
    b"\x1b[48;99999;99999;1;1t",
    b"\x1b[<0;0;0M",
    b"\x1b[<999;99999;99999M",
    b"\x1b[<0;-5;-5m",
    b"\x1b[1114112u",
    b"\x1b[55296u",
    b"\x1b[0;0;0u",
    b"\x1b[" + b"1;" * 40 + b"~",
    b"\x1b]52;c;" + b"A" * 300 + b"\x07",
    b"\x1bP+r" + b"00" * 50 + b"\x1b\\",
    b"\xff\xfe\xed\xa0\x80\xf4\x90\x80\x80",
    b"\x1b[I\x1b[O" * 20,
)
"""What no terminal says, and some line with noise will."""


def prefer(folder: Path) -> None:
    """Have the first run behind."""
    around = Inside(folder, FrozenClock()).run("where").around
    around.prefer(Preferences(seen=True, breath="helps"))


def nothing_acts(glass: Glass) -> None:
    """Check that nothing reached the terminal but words and what the program itself says."""
    said = OWN.sub("", glass.written.decode())
    said = re.sub("[\r\n\b]", "", said)  # they move the cursor, too
    found = ACTING.search(said)
    assert not found, repr(said[max(0, found.start() - 80) : found.end() + 80])
    whole = glass.written.decode()
    foreign = [line for line in big_list() if ACTING.search(OWN.sub("", line))]
    assert not [line for line in foreign if line in whole]
    assert whole.count("\x1b[?1049h") == 1


def in_batches(lines: list[str], limit: int, between: str) -> Iterator[str]:
    """Put as many lines together as a field keeps."""
    whole = ""
    for line in lines:
        if whole and len(whole) + len(between) + len(line) > limit:
            yield whole
            whole = ""
        whole += (between if whole else "") + line
    yield whole


def as_taken(text: str, limit: int) -> str:
    """What line mode takes of a text; a field of one line has spaces for the breaks in it."""
    return take(("\n" if limit == NOTE_LIMIT else " ").join(text.splitlines()), limit).text


def last_taken(folder: Path) -> str:
    """The text of the last answer in the draft."""
    (draft,) = (folder / "drafts").glob("*.json")
    event = decode(draft.read_bytes()).taken[-1].event
    assert isinstance(event, Noted | Planned | Offered), event
    return event.line if isinstance(event, Offered) else event.text


def typeable(text: str) -> str:
    """A text without the characters that are keys."""
    return re.sub("[\x00-\x1f\x7f-\x9f]", "", text)


def give_and_take_back(glass: Glass, folder: Path, step: str, text: str) -> None:
    """Give what stands in the field, see that it is what was taken, and stand there again."""
    glass.press(ENTER)
    glass.until(AFTER[step])
    assert last_taken(folder) == as_taken(text, TEXTS[step])
    glass.press(F3)
    glass.until(sign("bridge", step))


def through(glass: Glass, folder: Path, lines: dict[str, list[str]], put: Put) -> None:
    """Go through a bridge, and at each of its fields put and take back what is to be put there."""
    for step, line in BRIDGE:
        glass.until(sign("bridge", step))
        for text in lines.get(step, ()):
            put(glass, text)
            give_and_take_back(glass, folder, step, text)
        answer(glass, "bridge", step, line)
    answer(glass, "bridge", *CARD)
    assert glass.ended() == 0
    nothing_acts(glass)


def test_each_line_that_is_pasted_is_kept_as_text_at_each_kind_of_step(
    look: Look, folder: Path
) -> None:
    glass = look("session", script=STOPPED, UNWORRIED="1")
    ours, short = (list(in_batches(lines, LINE_LIMIT, " ")) for lines in (list(OURS), big_list()))
    page = list(in_batches(big_list(), NOTE_LIMIT, "\n"))
    lines = {step: [*ours, *short[n::4]] for n, step in enumerate(TEXTS) if step != "insight"}
    through(glass, folder, {**lines, "insight": page}, Glass.paste)


def test_each_line_that_is_typed_is_kept_as_text_at_one_of_the_steps(
    look: Look, folder: Path
) -> None:
    glass = look("session", script=STOPPED, UNWORRIED="1")
    odd = [line for line in map(typeable, big_list()) if not line.isascii()]
    lines = [*map(typeable, OURS), *odd]  # the letters of each day are typed by all other tests
    short = list(in_batches(lines, LINE_LIMIT, " "))
    spread = {step: short[number :: len(TEXTS)] for number, step in enumerate(TEXTS)}
    through(glass, folder, spread, lambda glass, text: glass.press(text))


@pytest.mark.parametrize("step", TEXTS)
def test_what_would_act_is_shown_as_a_picture_of_it_in_each_field(
    look: Look, folder: Path, step: str
) -> None:
    at = [name for name, _ in BRIDGE].index(step)
    typed = [line for _, each in BRIDGE[:at] for line in each.split("\n")]
    assert Inside(folder, FrozenClock()).session(typed=typed).status == 3
    glass = look("session", script=STOPPED)
    if at:
        glass.choose(WORDS.visit.resume_yes)
    glass.until(sign("bridge", step))
    glass.calm()
    for text in (line for line in OURS if ACTING.search(line) and len(line) < 40):
        glass.press(F7)
        glass.paste(f"{text} and on it goes")
        seen = as_taken(text, TEXTS[step]).replace("\t", " ").splitlines()
        glass.until(*(shown(line) for line in seen))
    glass.press(F8)
    assert glass.ended() == 3
    nothing_acts(glass)


def test_what_is_pasted_presses_no_key(look: Look, folder: Path) -> None:
    glass = look("session", script=STOPPED)
    glass.until(sign("bridge", "insight"))
    text = f"a{F8}b{ESCAPE}c{ENTER}d{CTRL_Q}e\x1b[31mf\x00g\x1b[200~h"
    glass.paste(text)
    glass.until(shown("e\x1b[31mf\x00g\x1b[200~h"))
    give_and_take_back(glass, folder, "insight", text)
    glass.press(F8)
    assert glass.ended() == 3


def test_a_paste_in_pieces_and_one_without_an_end_do_no_harm(look: Look, folder: Path) -> None:
    glass = look("session", script=STOPPED)
    glass.until(sign("bridge", "insight"))
    for piece in ("\x1b[2", "00~one ", "two\x1b", "[201", "~ three"):
        glass.press(piece)
        glass.calm()
    glass.until("one two three")
    give_and_take_back(glass, folder, "insight", "one two three")
    glass.paste("x" * 300_000)
    glass.until(WORDS.writing.limit.partition("{used}")[2].replace("{limit}", str(NOTE_LIMIT)))
    give_and_take_back(glass, folder, "insight", "x" * 20_000)
    glass.press("\x1b[200~ and no end")
    glass.signal(signal.SIGTERM)
    assert glass.ended() == 128 + signal.SIGTERM


def test_garbage_from_a_line_with_noise_does_no_harm(look: Look) -> None:
    glass = look("session", script=STOPPED)
    glass.until(sign("bridge", "insight"))
    noise = Random(7)  # noqa: S311 - it keeps no secret
    for _ in range(16):
        glass.send(bytes(b for b in noise.randbytes(100) if b not in NO_NOISE))
    for odd in ODD:
        glass.send(odd)
    glass.press("\x1b[201~")
    glass.signal(signal.SIGTERM)
    assert glass.ended() == 128 + signal.SIGTERM
    nothing_acts(glass)


def test_a_size_that_no_terminal_has_is_noise(look: Look) -> None:
    glass = look("session", script=STOPPED)
    glass.until(sign("bridge", "insight"))
    for size in (b"99999;99999", b"1001;80", b"24;1001", b"0;0"):
        glass.send(b"\x1b[48;" + size + b";1;1t")
    glass.press("still here")
    glass.until("still here")
    glass.signal(signal.SIGTERM)
    assert glass.ended() == 128 + signal.SIGTERM


def test_a_parked_thought_is_kept_as_line_mode_keeps_it(look: Look, folder: Path) -> None:
    prefer(folder)
    glass = look(script=STOPPED, UNWORRIED="1")
    kept = []
    for text in in_batches(big_list(), NOTE_LIMIT, " "):
        glass.choose(WORDS.front.park)
        glass.until(WORDS.home.park_ask)
        glass.calm()
        glass.paste(text)
        glass.press(ENTER)
        glass.until(WORDS.front.motto, WORDS.shell.parked)
        kept.append(take(" ".join(text.splitlines()), NOTE_LIMIT).text)
    glass.press(ESCAPE)
    assert glass.ended() == 0
    insights = Inside(folder, FrozenClock()).history()["insights"]
    assert sorted(i["text"] for i in insights) == sorted(kept)
    nothing_acts(glass)


def test_a_person_to_call_is_kept_as_text(look: Look, folder: Path) -> None:
    glass = look(script=STOPPED)
    words = WORDS.first_run
    glass.until_at(words.begin)
    glass.press(UP)
    glass.until_at(words.person)
    for text in in_batches(big_list(), LINE_LIMIT, " "):
        glass.press(F7)
        glass.paste(text)
    text = "".join(OURS[:29])
    glass.press(F7)
    glass.paste(text)
    glass.press(ENTER)
    glass.until_at(words.begin)
    glass.press(ENTER)
    glass.until(WORDS.front.motto)
    glass.press(F2)
    glass.until(WORDS.refuge.back)
    glass.press(F8)
    assert glass.ended() == 0
    chosen = load(Inside(folder, FrozenClock()).run("where").around.paths.preferences)
    assert chosen.person == " ".join(text.splitlines()).strip()[:200]
    nothing_acts(glass)


def test_a_name_for_a_file_is_taken_as_text(look: Look, folder: Path) -> None:
    typed = [line for _, each in BRIDGE for line in each.split("\n")]
    assert Inside(folder, FrozenClock()).session(typed=typed[:-1]).status == 3
    before = sorted(folder.parent.iterdir())
    glass = look("session", script=STOPPED)
    glass.choose(WORDS.visit.resume_yes)
    answer(glass, "bridge", "start", "later")
    glass.choose(WORDS.carry.save)
    glass.until(WORDS.carry.save_ask)
    glass.calm()
    nowhere = "no such folder/"
    for text in in_batches(big_list(), LINE_LIMIT, " "):
        glass.press(F7)
        glass.paste(nowhere + text)
        glass.press(ENTER)
        glass.until(WORDS.carry.not_saved.partition("{")[0])
        glass.calm()
    assert sorted(folder.parent.iterdir()) == before
    glass.press(F7)
    glass.paste("a \x1b[31mname\x07 [b] $(id) {file}.md")
    glass.press(ENTER)
    glass.until("Saved: a ␛[31mname␇ [b] $(id) {file}.md")
    glass.choose(WORDS.carry.done)
    assert glass.ended() == 0
    (made,) = set(folder.parent.iterdir()) - set(before)
    assert made.name == "a \x1b[31mname\x07 [b] $(id) {file}.md"
    assert made.stat().st_mode & 0o777 == 0o600
    nothing_acts(glass)
