"""Words for paper and for rehearsing, with one fault each."""

import pytest
from tests.packs.breaking import Breaking, of, setting, without
from tests.packs.folder import HEARD, REFUSED, Folder

from nowwhat.packs.pack import Pack
from nowwhat.packs.rehearsal import LEAST
from nowwhat.packs.sources import content_root

PACK = Pack(content_root() / "en")


def adding(key: str, line: object) -> Breaking:
    return lambda table: table[key].append(line)


SHEET = [
    (of("slip", setting("yes", " ")), "slip: yes: words, not nothing"),
    (of("privacy", setting("aloud_list", [])), "privacy: aloud_list: words, not nothing"),
    (of("distress", setting("here", "{blnk}")), "distress: here: no {blnk}; did you mean 'blank'?"),
    (of("run", without("ends")), "run.ends: this key, which is missing"),
    (
        of("worksheet", setting("ore", "or")),
        "worksheet.ore: no key of this name; did you mean 'or'?",
    ),
]

REHEARSAL = [
    (
        adding("actions", f"{REFUSED} a little"),
        f"actions: one concrete, safe action, not '{REFUSED} a little'",
    ),
    (adding("insights", f"I {HEARD}"), f"insights: nothing that calls for help, not 'I {HEARD}'"),
    (adding("shared", f"I {HEARD}"), f"shared: nothing that calls for help, not 'I {HEARD}'"),
    (adding("names", "amara"), "names: 'amara' once"),
    (adding("names", "a" * 41), f"names: at most 40 characters, on one line: {'a' * 40!r}"),
    (adding("shared", "one\ntwo"), "shared: at most 500 characters, on one line: 'one\\ntwo'"),
    (adding("whens", " "), "whens: words, not nothing"),
    (setting("whens", []), "whens: at least one"),
    (
        adding("hindrances", {"obstacle": "I freeze", "response": "I sit"}),
        "hindrances.obstacle: 'i freeze' once",
    ),
    *(
        (
            lambda table, key=key, least=least: table.update({key: table[key][: least - 1]}),
            f"{key}: {least} or more, not {least - 1}",
        )
        for key, least in LEAST.items()
    ),
]


@pytest.mark.parametrize(
    ("file", "breaking", "expected"),
    [
        *(("sheet.toml", *each) for each in SHEET),
        *(("rehearsal.toml", *each) for each in REHEARSAL),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_fault_is_named(folder: Folder, file: str, breaking: Breaking, expected: str) -> None:
    with folder.table(file) as table:
        breaking(table)
    found = folder.check()
    assert (found.status, found.lines) == (2, [f"{file}: {expected}"])


def test_a_rehearsed_room_has_enough_to_say() -> None:
    said = PACK.rehearsal
    assert (len(said.names), len(said.insights), len(said.actions)) >= (30, 40, 60)


def test_every_rehearsed_action_is_taken_as_it_stands_and_is_no_one_elses() -> None:
    starters = {starter for door in PACK.doors for starter in door.starters}
    own = [action for action in PACK.rehearsal.actions if action not in starters]
    assert len(own) >= 30, "most of them are not the starters of the doors"
    assert [a for a in PACK.rehearsal.actions if not PACK.coach.judge(a).accepted] == []


def test_every_when_is_one_that_the_coach_finds() -> None:
    assert [when for when in PACK.rehearsal.whens if not PACK.coach.cue_in(when).when] == []
