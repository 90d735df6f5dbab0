"""The shape of a script and its steps, with one fault each."""

import pytest
from tests.packs.breaking import BRIDGE, REP, Case, adding, at, of, setting, without
from tests.packs.folder import Folder

CASES = [
    Case(
        "a missing key",
        BRIDGE,
        at("door", without("options")),
        "door: options: this key, which is missing",
    ),
    Case(
        "an unknown key",
        BRIDGE,
        at("door", setting("optoins", 1)),
        "door: optoins: no key of this name; did you mean 'options'?",
    ),
    Case(
        "an unknown kind",
        BRIDGE,
        at("commit", setting("kind", "comit")),
        "commit: kind: one of read, note, rate, choose, breathe, act, plan, commit, do, "
        "review, card, not 'comit'; did you mean 'commit'?",
    ),
    Case(
        "a kind that is no word",
        BRIDGE,
        at("commit", setting("kind", ["commit"])),
        "commit: kind: one of read, note, rate, choose, breathe, act, plan, commit, do, "
        "review, card, not ['commit']; did you mean 'commit'?",
    ),
    Case(
        "no kind",
        BRIDGE,
        at("commit", without("kind")),
        "commit: kind: one of read, note, rate, choose, breathe, act, plan, commit, do, "
        "review, card, which is missing",
    ),
    Case(
        "a number for words",
        BRIDGE,
        at("insight", setting("hint", 5)),
        "insight: hint: text, not a whole number",
    ),
    Case(
        "words for a number",
        BRIDGE,
        at("ground", setting("seconds", "90")),
        "ground: seconds: a whole number, not text",
    ),
    Case(
        "words for yes or no",
        BRIDGE,
        at("obstacle", setting("optional", "yes")),
        "obstacle: optional: true or false, not text",
    ),
    Case(
        "words for a table",
        BRIDGE,
        at("likely", setting("only_if", "feared")),
        "likely: only_if: a table, not text",
    ),
    Case(
        "words for a list of tables",
        BRIDGE,
        at("hurt", setting("options", "yes")),
        "hurt: options: a list, not text",
    ),
    Case(
        "an unknown key of an option",
        BRIDGE,
        at("door", of("options", setting("word", "x"), 1)),
        "door: options[2].word: no key of this name; did you mean 'words'?",
    ),
    Case(
        "an unknown key of a condition",
        BRIDGE,
        at("likely", of("only_if", setting("atleast", 4))),
        "likely: only_if.atleast: no key of this name; did you mean 'at_least'?",
    ),
    Case(
        "a thing to keep there is none of",
        BRIDGE,
        at("discomfort", setting("keeps", "befor")),
        "discomfort: keeps: one of before, after, most, confidence, likely, rung, answer, "
        "not 'befor'; did you mean 'before'?",
    ),
    Case(
        "a depth there is none of",
        BRIDGE,
        at("where", setting("depth", "ful")),
        "where: depth: one of short, full, not 'ful'; did you mean 'full'?",
    ),
    Case(
        "a top that is neither ten nor a hundred",
        BRIDGE,
        at("discomfort", setting("top", 5)),
        "discomfort: top: one of 10, 100, not 5",
    ),
    Case(
        "a step without an id",
        BRIDGE,
        at("card", without("id")),
        "step 42: id: this key, which is missing",
    ),
    Case(
        "an unknown key of the script",
        BRIDGE,
        setting("sumary", "x"),
        "sumary: no key of this name; did you mean 'summary'?",
    ),
    Case(
        "a missing key of the script", BRIDGE, without("title"), "title: this key, which is missing"
    ),
    Case(
        "a second list of steps",
        BRIDGE,
        setting("steps", []),
        "steps: no key of this name; did you mean 'step'?",
    ),
    Case(
        "steps that are no list",
        REP,
        setting("step", {"id": "x"}),
        "step: a list of tables, [[step]]",
    ),
    Case(
        "a step that is no table",
        REP,
        lambda script: script["step"].append("x"),
        "step 24: a table",
    ),
    Case(
        "an escape sequence",
        BRIDGE,
        at("card", setting("says", ["\x1b[2J"])),
        "card: says: text without control characters (U+001B)",
    ),
    Case(
        "a change of direction",
        BRIDGE,
        at("card", setting("hint", "a\u2066b")),
        "card: hint: text without control characters (U+2066)",
    ),
    Case(
        "an escape sequence for an id",
        BRIDGE,
        adding("", id="\x1b[2J", kind="card"),
        "␛[2J: id: text without control characters (U+001B)",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fault_in_the_shape_of_a_script_is_reported_where_it_stands(
    folder: Folder, case: Case
) -> None:
    case.is_reported(folder)
