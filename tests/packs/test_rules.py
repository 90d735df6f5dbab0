"""What steps owe each other, with one fault each."""

import pytest
from tests.packs.breaking import BRIDGE, CHECK_IN, LADDER, REP, Case, adding, at, of, once, setting
from tests.packs.folder import Folder

CASES = [
    Case(
        "an id that is not the file's name",
        BRIDGE,
        setting("id", "brigde"),
        "id: 'bridge', the name of the file",
    ),
    Case(
        "an id that another step has",
        BRIDGE,
        adding("", id="pause", kind="card"),
        "pause: id: an id of its own; an earlier step has this one",
    ),
    Case(
        "an id with a space",
        BRIDGE,
        adding("", id="the card", kind="card"),
        "the card: id: lower-case letters, digits and _, a letter first",
    ),
    Case("no steps", REP, setting("step", []), "step: at least one step"),
    Case(
        "a bridge that ends on an account",
        BRIDGE,
        setting("role", "checkin"),
        "role: 'session'; only 'checkin' accounts for an action",
    ),
    Case(
        "a check-in that ends on an action",
        CHECK_IN,
        setting("role", "session"),
        "role: 'checkin'; only 'checkin' accounts for an action",
    ),
    Case(
        "a check-in that takes an insight",
        CHECK_IN,
        at("got_in_way", setting("keeps", "insight")),
        "got_in_way: keeps: no insight in a check-in, which may end without an action",
    ),
    Case(
        "an empty question", BRIDGE, at("obstacle", setting("ask", [])), "obstacle: ask: a question"
    ),
    Case(
        "a blank question",
        BRIDGE,
        at("obstacle", setting("ask", ["Why?", " "])),
        "obstacle: ask: words, not nothing",
    ),
    Case(
        "a reading with nothing to read",
        BRIDGE,
        at("did_it", setting("says", [])),
        "did_it: says: something to read",
    ),
    Case(
        "an unknown placeholder",
        BRIDGE,
        at("commit", setting("ask", ["{readbak}"])),
        "commit: ask: no {readbak}; did you mean 'readback'?",
    ),
    Case(
        "an unknown placeholder in a hint",
        BRIDGE,
        at("commit", setting("hint", "{acton}")),
        "commit: hint: no {acton}; did you mean 'action'?",
    ),
    Case(
        "a placeholder where none is filled",
        BRIDGE,
        at("hurt", of("options", setting("words", "{action}"), 0)),
        "hurt: options: no {action}; nothing is filled in here",
    ),
    Case(
        "a placeholder at the other end of a scale",
        BRIDGE,
        at("likely", setting("high", "{action}")),
        "likely: high: no {action}; nothing is filled in here",
    ),
    Case(
        "a placeholder among offers",
        BRIDGE,
        at("when", setting("offers", ["after {action}"])),
        "when: offers: no {action}; nothing is filled in here",
    ),
    Case(
        "an outcome without words",
        CHECK_IN,
        at("outcome", of("options", setting("words", ""), 0)),
        "outcome: options: words for 'done'",
    ),
    Case(
        "an answer to who could be hurt that there is none of",
        BRIDGE,
        at("hurt", lambda each: each["options"].append(once("unsur"))),
        "hurt: options: no 'unsur' for 'hurt'; did you mean 'unsure'?",
    ),
    Case(
        "a placeholder at the end of a scale",
        BRIDGE,
        at("likely", setting("low", "{action}")),
        "likely: low: no {action}; nothing is filled in here",
    ),
    Case(
        "too few options",
        BRIDGE,
        at("risen_offer", lambda each: each["options"].pop()),
        "risen_offer: options: at least 2 options",
    ),
    Case(
        "one option twice",
        BRIDGE,
        at("start", lambda each: each["options"].append(once("now"))),
        "start: options: 'now' once",
    ),
    Case(
        "an option without words",
        BRIDGE,
        at("start", of("options", setting("words", ""), 1)),
        "start: options: words for 'later'",
    ),
    Case(
        "an option that what it keeps does not know",
        BRIDGE,
        at("breath_helps", lambda each: each["options"].append(once("help"))),
        "breath_helps: options: no 'help' for 'breath'; did you mean 'helps'?",
    ),
    Case(
        "an unknown door",
        BRIDGE,
        at("door", lambda each: each["options"].append(once("joi"))),
        "door: options: no 'joi' for 'door'; did you mean 'joy'?",
    ),
    Case(
        "starters of an unknown door",
        BRIDGE,
        at("safer", setting("starters", "raech")),
        "safer: starters: a door, again, ladder or smaller, not 'raech'; did you mean 'reach'?",
    ),
    Case(
        "an unknown pattern",
        BRIDGE,
        at("ground", setting("pattern", "groundign")),
        "ground: pattern: a breathing pattern, not 'groundign'; did you mean 'grounding'?",
    ),
    Case(
        "another pattern that is unknown",
        BRIDGE,
        at("breathe", setting("others", ["boks"])),
        "breathe: pattern: a breathing pattern, not 'boks'; did you mean 'box'?",
    ),
    Case(
        "a breathing of no time",
        BRIDGE,
        at("ground", setting("seconds", 9)),
        "ground: seconds: 10 to 1800 seconds",
    ),
    Case(
        "a breathing of an hour",
        BRIDGE,
        at("ground", setting("seconds", 3600)),
        "ground: seconds: 10 to 1800 seconds",
    ),
    Case(
        "a timer of a whole day",
        BRIDGE,
        at("do", setting("seconds", 86400)),
        "do: seconds: 30 to 3600 seconds",
    ),
    Case(
        "a scale without words at its end",
        BRIDGE,
        at("discomfort", setting("high", "")),
        "discomfort: low: words at both ends",
    ),
    Case(
        "a rung of no ladder",
        LADDER,
        adding("top", id="early", kind="note", keeps="rung", ask=["So?"]),
        "early: keeps: an earlier note that keeps a ladder",
    ),
    Case(
        "a rating of no rung",
        LADDER,
        adding("rung_one", id="early", kind="rate", keeps="rung", ask=["So?"], low="0", high="1"),
        "early: keeps: an earlier note that keeps a rung",
    ),
    Case(
        "rungs to begin with where there is no ladder",
        BRIDGE,
        at("action", setting("starters", "ladder")),
        "action: starters: an earlier note that keeps a rung",
    ),
    Case(
        "a review without its four outcomes",
        CHECK_IN,
        at("outcome", lambda each: each["options"].pop()),
        "outcome: options: exactly done, part, notyet and letgo",
    ),
    Case(
        "a review with a fifth outcome",
        CHECK_IN,
        at("outcome", lambda each: each["options"].append(once("maybe"))),
        "outcome: options: exactly done, part, notyet and letgo",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fault_in_a_step_is_reported_where_it_stands(folder: Folder, case: Case) -> None:
    case.is_reported(folder)
