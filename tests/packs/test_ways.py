"""Ways through a script, with one fault each: what only the proof can see."""

import pytest
from tests.packs.breaking import (
    BRIDGE,
    CHECK_IN,
    REP,
    Case,
    adding,
    at,
    both,
    once,
    removing,
    setting,
)
from tests.packs.folder import Folder

FIRST = {
    "id": "first",
    "kind": "choose",
    "ask": ["Now?"],
    "options": [once("yes"), once("no")],
}

CASES = [
    Case(
        "a condition that can never hold",
        BRIDGE,
        at("safer", setting("only_if", {"answer": "after", "risen_from": "discomfort", "by": 11})),
        "safer: only_if: a step that can be reached; nothing leads here",
    ),
    Case(
        "a condition that contradicts an earlier one",
        BRIDGE,
        adding(
            "did_part",
            id="never",
            kind="read",
            says=["Never."],
            only_if={"answer": "breathe_left", "given": True},
        ),
        "never: only_if: a step that can be reached; nothing leads here",
    ),
    Case(
        "a commit on a condition",
        BRIDGE,
        both(
            at("commit", setting("only_if", {"answer": "pause", "is": ["go_on"]})),
            removing("do", "did_it", "did_part", "do_later"),
        ),
        "card: a committed action on every way to the finish; one passes it by",
    ),
    Case(
        "a commit in the full form only",
        REP,
        both(
            at("commit", setting("depth", "full")),
            removing(
                "do", "do_later", "came_true", "happened", "most", "after", "noticed", "learning"
            ),
        ),
        "card: a committed action on every way to the finish; one passes it by",
    ),
    Case(
        "no commit at all",
        BRIDGE,
        removing("commit", "do", "did_it", "did_part", "do_later"),
        "card: a committed action on every way to the finish; one passes it by",
    ),
    Case(
        "an act that is passed by before its commit",
        BRIDGE,
        both(
            removing("safer"), at("action", setting("only_if", {"answer": "door", "is": ["joy"]}))
        ),
        "commit: an action before it on every way; there is none here",
    ),
    Case(
        "no act before its commit",
        "sessions/two-minutes.toml",
        removing("action"),
        "commit: an action before it on every way; there is none here",
    ),
    Case(
        "another act after its commit",
        BRIDGE,
        adding("card", id="more", kind="act", ask=["More?"], starters="", depth="full"),
        "card: a committed action on every way to the finish; one passes it by",
    ),
    Case(
        "acting before any commit",
        BRIDGE,
        adding("commit", id="at_once", kind="do", ask=["Begin."]),
        "at_once: kind: a commit before acting",
    ),
    Case(
        "acting past a commit",
        BRIDGE,
        both(
            at("commit", setting("depth", "full")),
            adding("card", id="sure", kind="commit", ask=["{readback}"]),
        ),
        "do: a commit before it on every way",
    ),
    Case(
        "starters of a door before it is chosen",
        BRIDGE,
        adding("door", id="early", kind="act", ask=["What?"]),
        "early: starters: an earlier choice that keeps a door",
    ),
    Case(
        "starters of a door that may not be chosen",
        BRIDGE,
        at("door", setting("only_if", {"answer": "pause", "is": ["go_on"]})),
        "action: a choice of a door before it on every way",
    ),
    Case(
        "a choice of which nothing may be left",
        REP,
        at("pause", lambda each: [option.update(fact="night") for option in each["options"]]),
        "pause: an option that is always there",
    ),
    Case(
        "a check-in that may end without an account",
        CHECK_IN,
        both(
            at("outcome", setting("only_if", {"answer": "first", "is": ["yes"]})),
            adding("outcome", **FIRST),
        ),
        "let_go_said: an account, and a commit to what was chosen, on every way",
    ),
    Case(
        "a check-in that leaves an action uncommitted",
        CHECK_IN,
        at("commit", setting("only_if", {"answer": "next", "is": ["smaller", "another_time"]})),
        "let_go_said: an account, and a commit to what was chosen, on every way",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fault_in_the_ways_through_a_script_is_reported_where_it_stands(
    folder: Folder, case: Case
) -> None:
    case.is_reported(folder)
