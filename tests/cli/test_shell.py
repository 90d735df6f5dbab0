"""The commands that answer at once: what they say, and their exit statuses."""

import json
from pathlib import Path

import pytest
from tests.end_to_end.answers import ACTION, BRIDGE, SESSIONS, WHEN, lines_of
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import PACK, WORDS

from nowwhat import __version__
from nowwhat.cli.commands import _COMMANDS
from nowwhat.packs.filling import fill
from nowwhat.session.typed import NOTE_LIMIT

SHELL = WORDS.shell


@pytest.fixture
def one(inside: Inside) -> Inside:
    """Somebody with one open action."""
    assert inside.session(typed=lines_of(BRIDGE)).status == 0
    return inside


@pytest.fixture
def two(one: Inside) -> Inside:
    """Somebody with two open actions."""
    one.clock.later(hours=1)
    assert one.session("two-minutes", typed=lines_of(SESSIONS["two-minutes"][1])).status == 0
    one.clock.later(hours=1)
    return one


def test_now_says_honestly_that_nothing_is_open(inside: Inside) -> None:
    for args in (("now",), ("now", "--show")):
        ran = inside.run(*args)
        assert (ran.status, ran.out, ran.err) == (1, f"{SHELL.nothing_open}\n", "")
    assert not inside.folder.exists()


def test_now_is_neutral_by_default(one: Inside) -> None:
    ran = one.run("now")
    assert (ran.status, ran.out, ran.err) == (0, f"{SHELL.open_one}\n", "")
    for _, answer in BRIDGE:
        assert len(answer) < 4 or answer not in ran.out


def test_now_shows_the_words_when_asked_to(two: Inside) -> None:
    assert two.run("now").out == fill(SHELL.open_more, {"count": 2}) + "\n"
    assert two.run("now", "--show").out.splitlines() == [
        f"1  {ACTION}, {WHEN}",
        "2  Drink a glass of water, now",
    ]


def test_done_accounts_for_the_one_that_is_open(one: Inside) -> None:
    ran = one.run("done", "--note", "shorter than I feared")
    assert (ran.status, ran.out) == (0, fill(SHELL.checked_in, {"outcome": SHELL.done}) + "\n")
    (checkin,) = one.history()["checkins"]
    assert (checkin["outcome"], checkin["note"]) == ("done", "shorter than I feared")
    assert one.run("now").status == 1
    again = one.run("done")
    assert (again.status, again.out) == (1, f"{SHELL.nothing_open}\n")


@pytest.mark.parametrize("outcome", ["done", "part", "letgo"])
def test_a_check_in_from_the_shell_closes_the_action(one: Inside, outcome: str) -> None:
    ran = one.run("checkin", outcome)
    said = fill(SHELL.checked_in, {"outcome": getattr(SHELL, outcome)})
    assert (ran.status, ran.out) == (0, f"{said}\n")
    assert one.history()["checkins"][0]["outcome"] == outcome
    assert one.run("now").status == 1


def test_not_yet_leaves_it_open_for_the_next_session(one: Inside) -> None:
    ran = one.run("checkin", "notyet", "--note", "guests came")
    assert ran.status == 0
    assert SHELL.stays_open in ran.out
    assert one.run("now").status == 0
    one.clock.later(days=1)
    assert WORDS.visit.check_in in one.session(typed=["leave"]).flat


def test_of_several_the_one_that_is_meant_is_named(two: Inside) -> None:
    ran = two.run("done")
    assert ran.status == 2
    assert ran.err.count("\n") == 1
    assert "--which" in ran.err
    assert two.run("done", "--which", "2").status == 0
    assert two.run("now", "--show").out == f"1  {ACTION}, {WHEN}\n"
    assert two.run("checkin", "part", "--which", "1").status == 0
    outcomes = {c["action"]: c["outcome"] for c in two.history()["checkins"]}
    assert [outcomes[a["id"]] for a in two.history()["actions"]] == ["part", "done"]


@pytest.mark.parametrize("which", ["0", "-1", "3", "99999999999999999999"])
def test_a_number_that_no_action_has_is_refused(two: Inside, which: str) -> None:
    for args in (("done",), ("checkin", "letgo")):
        ran = two.run(*args, "--which", which)
        assert ran.status == 2
        assert f"from 1 to 2, not {which}" in ran.err
    assert two.history()["checkins"] == []


def test_a_long_note_is_kept_up_to_the_limit_with_a_word_about_it(one: Inside) -> None:
    ran = one.run("done", "--note", "n" * (NOTE_LIMIT + 7))
    assert fill(WORDS.sitting.cut, {"limit": NOTE_LIMIT, "dropped": 7}) in ran.out
    assert one.history()["checkins"][0]["note"] == "n" * NOTE_LIMIT


def test_what_is_parked_is_offered_at_the_next_insight(inside: Inside) -> None:
    ran = inside.run("park", "I", "go  quiet", "when someone is cross")
    assert (ran.status, ran.out) == (0, f"{SHELL.parked}\n")
    offered = inside.session(typed=["1", *lines_of(BRIDGE[1:])])
    assert offered.status == 0
    assert WORDS.plain.parked in offered.flat
    kept = inside.history()
    assert [i["text"] for i in kept["insights"]] == ["I go  quiet when someone is cross"]
    assert kept["actions"][0]["insight"] == kept["insights"][0]["id"]
    inside.run("done")
    assert WORDS.plain.parked not in inside.session(typed=["leave"]).flat


def test_something_else_may_be_written_than_what_was_parked(inside: Inside) -> None:
    inside.run("park", "for another day")
    assert inside.session(typed=["something else", *lines_of(BRIDGE[1:])]).status == 0
    assert {i["text"] for i in inside.history()["insights"]} == {
        "for another day",
        "something else",
    }


def test_what_is_parked_may_come_from_input_whole_and_in_pieces(inside: Inside) -> None:
    assert inside.run("park", "-", typed=b"two\nlines\n").status == 0
    long = inside.run("park", "-", typed=b"x" * 200_000)
    assert fill(WORDS.sitting.cut, {"limit": 2000, "dropped": 198_000}) in long.out
    assert [len(i["text"]) for i in inside.history()["insights"]] == [9, 2000]
    assert inside.run("park", "-").status == 2


def test_history_lists_everything_in_its_order(one: Inside) -> None:
    assert Inside(one.folder / "none", one.clock).run("history").out == f"{SHELL.history_empty}\n"
    waits = one.run("history")
    day = one.clock.now().at.strftime(WORDS.insight.date)
    assert [line.startswith(f"{day}  ") for line in waits.out.splitlines()] == [True, True]
    one.clock.later(days=1)
    next_day = one.clock.now().at.strftime(WORDS.insight.date)
    one.run("done")
    text = f"{ACTION}, {WHEN}"
    assert one.run("history").out.splitlines() == [
        fill(SHELL.history_insight, {"date": day, "text": BRIDGE[0][1]}),
        fill(SHELL.history_action, {"date": day, "text": text}),
        fill(SHELL.history_outcome, {"date": next_day, "outcome": "done", "text": ACTION}),
    ]


def test_history_as_json_is_one_object_of_four_lists(one: Inside) -> None:
    ran = one.run("history", "--json")
    whole = json.loads(ran.out)
    assert list(whole) == [
        "format",
        "insights",
        "actions",
        "checkins",
        "sessions",
        "ladders",
        "rungs",
    ]
    assert whole["format"] == 1
    empty = Inside(one.folder / "none", one.clock).run("history", "--json")
    assert empty.status == 0
    lists = ("insights", "actions", "checkins", "sessions", "ladders", "rungs")
    assert json.loads(empty.out) == {"format": 1, **{name: [] for name in lists}}


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1"])
def test_history_as_json_says_the_same_in_every_encoding(inside: Inside, encoding: str) -> None:
    text = "caf\u00e9 \u2603 \U0001f600 \x9b31m \u202e"
    assert inside.run("park", text).status == 0
    ran = inside.run("history", "--json", encoding=encoding)
    assert ran.status == 0
    assert json.loads(ran.raw.decode(encoding))["insights"][0]["text"] == text


@pytest.mark.parametrize("args", [("history",), ("now", "--show"), ("where",), ("care",)])
def test_an_output_that_lacks_a_character_is_no_reason_to_fail(
    inside: Inside, args: tuple[str, ...]
) -> None:
    given = {**dict(BRIDGE), "insight": "caf\u00e9 \u2603", "when": "nach \u00c4rger \U0001f600"}
    typed = [line for step in given for line in given[step].split("\n")]
    assert inside.session(typed=typed).status == 0
    for encoding in ("ascii", "latin-1", "cp437"):
        assert inside.run(*args, encoding=encoding).status == 0


def test_where_names_the_folders(inside: Inside, tmp_path: Path) -> None:
    ran = inside.run("where")
    lines = dict(line.split(maxsplit=1) for line in ran.out.splitlines())
    assert lines["data"] == str(inside.folder)
    assert lines["preferences"] == str(inside.folder / "preferences.json")
    assert lines["content"] == str(PACK.folder)
    assert str(tmp_path / "other") in inside.run("where", "--data-dir", str(tmp_path / "other")).out
    assert not inside.folder.exists()


def test_where_can_name_a_folder_that_is_no_text(inside: Inside, tmp_path: Path) -> None:
    assert inside.run("where", "--data-dir", f"{tmp_path}/\udcff").status == 0


def test_care_has_numbers_of_the_country_that_is_named_and_remembers_it(inside: Inside) -> None:
    assert PACK.care.words.no_country in inside.run("care").out
    for name in (("--country", "ie"), ("ireland",), ("United", "Kingdom")):
        assert inside.run("care", *name).status == 0
    assert "United Kingdom:" in inside.run("care").out


def test_care_for_a_country_it_does_not_know_says_so_and_gives_what_there_is(
    inside: Inside,
) -> None:
    ran = inside.run("care", "Irland")
    assert ran.status == 0
    assert "did you mean 'Ireland'?" in ran.err
    assert PACK.care.words.finders in ran.out
    assert PACK.care.words.no_country in inside.run("care").out


def test_care_is_there_whatever_is_wrong_with_the_data(inside: Inside) -> None:
    inside.folder.parent.mkdir(exist_ok=True)
    inside.folder.write_text("a file")
    for args in (("care",), ("care", "ireland")):
        ran = inside.run(*args)
        assert ran.status == 0
        assert PACK.care.words.grounding in ran.out


@pytest.mark.parametrize("args", [("--version",), ("now", "--version"), ("session", "--version")])
def test_the_version_is_said(inside: Inside, args: tuple[str, ...]) -> None:
    ran = inside.run(*args)
    assert (ran.status, ran.out) == (0, f"nowwhat {__version__}\n")


@pytest.mark.parametrize("command", [(), *((name,) for name in _COMMANDS)], ids=" ".join)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_is_there_for_every_command(
    inside: Inside, command: tuple[str, ...], option: str
) -> None:
    ran = inside.run(*command, option)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Usage: nowwhat")
    for name in ("--plain", "--lang", "--data-dir", "--content"):
        assert name in ran.out
    assert max(map(len, ran.out.splitlines())) <= 88


@pytest.mark.parametrize("command", ["", "session", "breathe", "park", "now", "checkin", "care"])
def test_help_has_examples(inside: Inside, command: str) -> None:
    out = inside.run(*command.split(), "--help").out
    assert "Examples:" in out
    assert f"nowwhat {command}".strip() in out.partition("Examples:")[2]


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        (("--data-dir", "{}"), ()),
        ((), ("--data-dir", "{}")),
        (("--data-dir", "/nowhere"), ("--data-dir", "{}")),
        (("--plain", "--lang", "en", "--data-dir", "{}"), ("--plain",)),
    ],
)
def test_options_stand_before_and_behind_the_command(
    one: Inside, before: tuple[str, ...], behind: tuple[str, ...]
) -> None:
    folder = str(one.folder)
    args = [*before, "now", "--show", *behind]
    ran = one.run(*(arg.replace("{}", folder) for arg in args), environ={"NOWWHAT_DATA": "/none"})
    assert (ran.status, ran.err) == (0, "")
    assert ACTION in ran.out


def test_a_home_folder_may_be_written_short(one: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(one.folder.parent))
    assert one.run("now", "--data-dir", f"~/{one.folder.name}").status == 0


def test_a_check_in_from_the_shell_can_tell_all_that_one_in_a_session_can(one: Inside) -> None:
    told = {
        "note": "a note",
        "noticed": "it was short",
        "happened": "she wrote back",
        "came_true": "partly",
        "obstacle": "rain",
        "side": "outside",
        "before": 7,
        "most": 10,
        "after": 0,
    }
    options = [
        part for name, value in told.items() for part in (f"--{name}".replace("_", "-"), f"{value}")
    ]
    assert one.run("checkin", "part", *options).status == 0
    (checkin,) = one.history()["checkins"]
    assert {name: checkin[name] for name in told} == told


@pytest.mark.parametrize(
    "options",
    [
        ("--before", "11"),
        ("--most", "-1"),
        ("--after", "much"),
        ("--came-true", "maybe"),
        ("--side", "left"),
    ],
)
def test_an_answer_that_a_session_would_not_take_is_refused(
    one: Inside, options: tuple[str, str]
) -> None:
    ran = one.run("done", *options)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert one.history()["checkins"] == []


def test_a_note_may_come_from_input(one: Inside) -> None:
    assert one.run("done", "--note", "-", typed=b"two\nlines\n").status == 0
    assert one.history()["checkins"][0]["note"] == "two\nlines"


def test_each_text_is_kept_up_to_the_limit(one: Inside) -> None:
    long = "n" * (NOTE_LIMIT + 7)
    ran = one.run("checkin", "notyet", "--obstacle", long, "--noticed", long, "--happened", long)
    assert ran.out.count(fill(WORDS.sitting.cut, {"limit": NOTE_LIMIT, "dropped": 7})) == 3
    assert one.history()["checkins"][0]["obstacle"] == "n" * NOTE_LIMIT
