"""Led scripts in a pack: what they owe, one fault each, and that nobody is led into one alone."""

import msgspec
import pytest
from tests.end_to_end.inside import Inside
from tests.packs.breaking import (
    BRIDGE,
    Case,
    adding,
    at,
    both,
    once,
    removing,
    setting,
    without,
)
from tests.packs.folder import Folder, Table, toml
from tests.plain.person import Person
from tests.session.led import LED

from nowwhat.packs.faults import LedScriptError, UnknownNameError
from nowwhat.packs.pack import Pack
from nowwhat.plain.home import Home

FILE = "sessions/led.toml"
HURT: Table = {
    "id": "twice",
    "kind": "choose",
    "keeps": "hurt",
    "ask": ["Could it hurt?"],
    "options": [once("uncomfortable"), once("hurt")],
}


@pytest.fixture
def led(folder: Folder) -> Folder:
    """The sample, with a led script in it."""
    table = msgspec.json.decode(msgspec.json.encode(LED))
    table["step"] = table.pop("steps")
    lines = (f"{key} = {toml(value)}\n" for key, value in table.items())
    (folder.path / FILE).write_text("".join(lines))
    return folder


CASES = [
    Case(
        "no stop",
        FILE,
        both(
            setting("minutes", [0, 0]),
            lambda script: [step.pop("minutes", 0) for step in script["step"]],
        ),
        "step: at least one with minutes, which the facilitator opens",
    ),
    Case(
        "a first step that nobody opens",
        FILE,
        both(at("welcome", without("minutes")), setting("minutes", [13, 13])),
        "welcome: minutes: more than 0; the facilitator opens the first step",
    ),
    Case(
        "a stop on a condition",
        FILE,
        at("when", setting("only_if", {"answer": "before", "at_least": 4})),
        "when: only_if: no condition; it is opened for everybody at once",
    ),
    Case(
        "a stop without notes",
        FILE,
        at("close", without("notes")),
        "close: notes: what the facilitator says and does meanwhile",
    ),
    Case(
        "minutes that do not add up",
        FILE,
        setting("minutes", [15, 20]),
        "minutes: [15, 15], as its steps add up to, not [15, 20]",
    ),
    Case(
        "minutes below nothing",
        FILE,
        both(at("before", setting("minutes", -1)), setting("minutes", [14, 14])),
        "before: minutes: 0 or more, not -1",
    ),
    Case(
        "a step of a full form",
        FILE,
        at("before", setting("depth", "full")),
        "before: depth: 'short'; what is led has one form",
    ),
    Case(
        "another action behind a promise",
        FILE,
        adding("close", id="more", kind="act", starters="", ask=["And?"]),
        "more: kind: its place before 'commit'; a promise is not undone",
    ),
    Case(
        "a doubt behind a promise",
        FILE,
        adding("close", **HURT),
        "twice: keeps: its place before 'commit'; a promise is not undone",
    ),
    Case(
        "a doubt about no action",
        FILE,
        adding("action", **HURT),
        "twice: keeps: an action before it",
    ),
    Case(
        "no close for those without an action",
        FILE,
        both(removing("close"), setting("minutes", [13, 13])),
        "commit: kind: a stop behind it, to close for those without an action, too",
    ),
    Case(
        "no promise at all",
        FILE,
        both(removing("commit"), setting("minutes", [13, 13])),
        "close: a committed action on every way to the finish; one passes it by",
    ),
    Case(
        "a promise on a condition",
        FILE,
        adding(
            "close", id="only", kind="read", says=["A word."],
            only_if={"answer": "commit", "is": ["maybe"]},
        ),
        "only: only_if.is: a test that fits 'commit', which has no options",
    ),
    Case(
        "a promise that some pass by at home",
        FILE,
        both(
            at("commit", without("minutes")),
            at("commit", setting("only_if", {"answer": "before", "at_least": 4})),
            setting("minutes", [13, 13]),
        ),
        "close: a committed action on every way to the finish; one passes it by",
    ),
    Case(
        "a script that one begins alone",
        BRIDGE,
        setting("setting", "groop"),
        "setting: ",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fault_of_a_led_script_is_reported(case: Case, led: Folder) -> None:
    case.is_reported(led)


def test_a_sound_led_script_has_no_fault(led: Folder) -> None:
    assert led.check().status == 0
    assert Pack(led.path).script("led") == LED


def put(led: Folder, name: str) -> None:
    """Put the led script in the place of another."""
    with led.table(FILE) as script:
        table = {**script, "id": name}
    with led.table(f"sessions/{name}.toml") as script:
        script.clear()
        script.update(table)


def test_what_the_program_begins_by_itself_is_not_led(led: Folder) -> None:
    put(led, "bridge")
    fault = "sessions/bridge.toml: setting: 'alone'; one begins it without a facilitator"
    assert led.check().lines == [fault]


def test_an_account_is_not_led(led: Folder) -> None:
    with led.table("sessions/checkin.toml") as script:
        script["setting"] = "group"
    assert "sessions/checkin.toml: setting: 'alone'; an account is given alone" in led.check().lines


def test_solo_and_led_scripts_are_listed_apart(led: Folder) -> None:
    pack = Pack(led.path)
    assert "led" in pack.group_names
    assert "led" not in pack.solo_names
    assert sorted((*pack.group_names, *pack.solo_names)) == list(pack.script_names)
    assert {"bridge", "stuck"} <= set(pack.solo_names)


def test_a_led_script_is_not_read_to_be_gone_through_alone(led: Folder) -> None:
    pack = Pack(led.path)
    assert pack.solo("bridge").id == "bridge"
    with pytest.raises(LedScriptError):
        pack.solo("led")
    with pytest.raises(UnknownNameError) as caught:
        pack.solo("lad")
    assert "led" not in caught.value.known


def test_the_command_line_says_how_a_led_script_is_begun(led: Folder) -> None:
    found = led.run("session", "led", "--plain", f"--content={led.path}")
    assert (found.status, found.lines) == (2, [])
    (line,) = found.errors
    assert line.startswith("nowwhat: 'led' is led, for a group: ")
    assert "nowwhat walk led" in line
    assert "nowwhat lead led" in line


def test_home_in_lines_offers_no_led_script(led: Folder, inside: Inside) -> None:
    put(led, "rep")
    desk = inside.run("where", f"--content={led.path}").around.desk()
    person = Person(inside.clock, [desk.pack.words.home.ask, "1"])
    Home(desk, person).run()
    said = "\n".join(person.heard)
    assert desk.pack.words.home.stuck in said
    assert desk.pack.words.home.rep not in said
