"""Whatever is typed is kept as text, shown as text, and does nothing else."""

import re
from collections.abc import Iterator

import pytest
from tests.end_to_end.answers import BRIDGE, BRIDGE_FULL, CHECKINS, lines_of
from tests.end_to_end.inside import Inside, Ran
from tests.end_to_end.naughty import OURS, big_list
from tests.end_to_end.questions import WORDS

from nowwhat.coach.coach import Coach
from nowwhat.packs.filling import fill
from nowwhat.session.typed import LINE_LIMIT, NOTE_LIMIT, take
from nowwhat.session.verdict import Verdict

ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
TEXTS = {
    "insight": NOTE_LIMIT,
    "idea_one": NOTE_LIMIT,
    "idea_two": NOTE_LIMIT,
    "idea_three": NOTE_LIMIT,
    "when": LINE_LIMIT,
    "where": LINE_LIMIT,
    "how_long": LINE_LIMIT,
    "towards": LINE_LIMIT,
    "obstacle": LINE_LIMIT,
    "response": LINE_LIMIT,
    "feared": NOTE_LIMIT,
}
"""The steps of the full bridge that take any words, and the characters that each keeps."""


def nothing_acts(ran: Ran) -> None:
    assert not ACTING.findall(ran.out)
    assert not ACTING.findall(ran.err.replace("\n", ""))


def kept_at(inside: Inside) -> dict[str, str]:
    """What the journal has, by the step that asked for it."""
    kept = inside.history()
    session, action = kept["sessions"][-1], kept["actions"][-1]
    insight = next(i for i in kept["insights"] if i["id"] == session["insight"])
    return {**action, **session["answers"], "insight": insight["text"]}


def in_turns(lines: list[str]) -> Iterator[dict[str, str]]:
    """Spread lines over the text fields, a session after another."""
    for start in range(0, len(lines), len(TEXTS)):
        some = lines[start : start + len(TEXTS)]
        some += lines[: len(TEXTS) - len(some)]
        yield dict(zip(TEXTS, some, strict=True))


@pytest.fixture
def unworried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A coach who finds nothing in noise; what it finds is tested where it lives."""
    monkeypatch.setattr(Coach, "hears", lambda *_: "")
    monkeypatch.setattr(Coach, "judge", lambda *_: Verdict(concrete=True))


@pytest.mark.usefixtures("unworried")
def test_every_line_is_kept_as_text_at_some_question(inside: Inside) -> None:
    for number, fields in enumerate(in_turns(big_list())):
        kept_as_text(Inside(inside.folder / str(number), inside.clock), fields)


@pytest.mark.usefixtures("unworried")
@pytest.mark.parametrize("line", OURS)
def test_a_line_is_kept_as_text_at_every_question(inside: Inside, line: str) -> None:
    kept_as_text(inside, dict.fromkeys(TEXTS, line))
    for shown in (inside.run("history"), inside.run("now", "--show"), inside.run("now")):
        assert shown.status == 0
        nothing_acts(shown)


def kept_as_text(there: Inside, fields: dict[str, str]) -> None:
    """Go through a session with these lines, and see that each is what was typed, and no more."""
    typed = [
        fields.get(step, answer).encode("utf-8", "surrogatepass") for step, answer in BRIDGE_FULL
    ]
    ran = there.session("--full", typed=b"".join(line + b"\n" for line in typed))
    assert (ran.status, ran.err) == (0, ""), ran.out
    nothing_acts(ran)
    kept = kept_at(there)
    for step, line in fields.items():
        came = line.removesuffix("\r")
        assert kept[step] == take(came, TEXTS[step]).text, step


@pytest.mark.usefixtures("unworried")
@pytest.mark.parametrize("line", OURS[:29])
def test_an_action_with_anything_in_it_is_read_back_as_text(inside: Inside, line: str) -> None:
    """Also in the next check-in, and as something to do again."""
    action = f"Wash one plate {line}"
    given = {**dict(BRIDGE), "action": action}
    ran = inside.session(typed=[line for step in given for line in given[step].split("\n")])
    assert ran.status == 0, ran.out
    nothing_acts(ran)
    assert inside.history()["actions"][0]["text"] == take(action, LINE_LIMIT).text
    inside.clock.later(days=1)
    again = inside.session(
        typed=[*lines_of(CHECKINS["notyet, left open"]), "x", "5", "4", "6", "1", "1", "leave"]
    )
    assert again.status == 3
    nothing_acts(again)
    nothing_acts(inside.run("now", "--show"))
    json = inside.run("history", "--json")
    nothing_acts(json)


@pytest.mark.parametrize("line", OURS)
def test_an_action_that_is_only_noise_gets_one_question_and_no_crash(
    inside: Inside, line: str
) -> None:
    at = [step for step, _ in BRIDGE].index("action")
    ran = inside.session(typed=[*lines_of(BRIDGE[:at]), line, "back", "leave"])
    assert ran.status == 3
    nothing_acts(ran)


@pytest.mark.parametrize("line", OURS)
def test_what_is_parked_or_noted_from_the_shell_is_kept_as_text(inside: Inside, line: str) -> None:
    if "\x00" not in line:
        assert inside.run("park", "--", line).status == 0
        assert inside.history()["insights"][0]["text"] == take(line, NOTE_LIMIT).text
    given = inside.run("park", "-", typed=line.encode("utf-8", "surrogatepass"))
    assert given.status == 0
    taken_up = inside.session(typed=["1", *lines_of(BRIDGE[1:])])
    assert taken_up.status == 0
    nothing_acts(taken_up)
    assert kept_at(inside)["insight"] == take(line, NOTE_LIMIT).text
    assert inside.run("done", "--note", line.replace("\x00", "")).status == 0
    note = take(line.replace("\x00", ""), NOTE_LIMIT).text
    assert inside.history()["checkins"][0]["note"] == note


def test_bytes_that_are_no_text_become_the_sign_for_that(inside: Inside) -> None:
    raw = (
        b"\xff\xfe a \xc3\x28 \xed\xa0\x80 z\n"
        + "".join(f"{line}\n" for line in lines_of(BRIDGE[1:])).encode()
    )
    ran = inside.session(typed=raw)
    assert ran.status == 0
    text = kept_at(inside)["insight"]
    assert text.replace("\ufffd", "") == " a ( z".strip() or text.endswith(" z")
    nothing_acts(ran)


@pytest.mark.parametrize("size", [2001, 100_000, 5_000_000])
def test_a_long_line_is_kept_up_to_the_limit_with_a_word_about_it(
    inside: Inside, size: int
) -> None:
    line = "x" * 1999 + "\u00e9" * (size - 1999)
    ran = inside.session(typed=[line, *lines_of(BRIDGE[1:])])
    assert ran.status == 0
    assert kept_at(inside)["insight"] == line[:NOTE_LIMIT]
    start = WORDS.sitting.cut.partition("{dropped}")[0].replace("{limit}", str(NOTE_LIMIT))
    assert start in ran.flat
    if size < 500_000:
        said = fill(WORDS.sitting.cut, {"limit": NOTE_LIMIT, "dropped": size - NOTE_LIMIT})
        assert said in ran.flat


@pytest.mark.parametrize("step", ["discomfort", "breath_helps", "breathe", "action", "commit"])
@pytest.mark.parametrize("size", [100_000, 5_000_000])
def test_a_long_line_where_a_short_one_is_wanted_is_asked_for_again(
    inside: Inside, step: str, size: int
) -> None:
    at = [step for step, _ in BRIDGE].index(step)
    typed = [*lines_of(BRIDGE[:at]), "9" * size, *(["back", "2"] if step == "action" else [])]
    ran = inside.session(typed=[*typed, *lines_of(BRIDGE[at:])])
    assert ran.status == 0, ran.out[-3000:]
    assert inside.history()["actions"][0]["text"] == "Wash one plate"


def test_a_line_limit_holds_for_an_action_and_its_plan(inside: Inside) -> None:
    action = "Wash one plate " + "and " * 40_000
    given = {**dict(BRIDGE), "when": "after supper " + "x" * 100_000}
    at = [step for step, _ in BRIDGE].index("action")
    ran = inside.session(
        typed=[
            *lines_of(BRIDGE[:at]),
            action,
            *(line for step in list(given)[at:] for line in given[step].split("\n")),
        ]
    )
    assert ran.status == 0
    kept = kept_at(inside)
    assert len(kept["when"]) == LINE_LIMIT
    assert ran.flat.count(f"I kept the first {LINE_LIMIT} characters") == 2
