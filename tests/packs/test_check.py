"""`nowwhat content check`: all faults at once, of one pack; a sound pack has none."""

from pathlib import Path

import pytest
from tests.packs.breaking import BRIDGE, REP, at, door, of, pattern, setting, without
from tests.packs.folder import HEARD, REFUSED, Folder, step

from nowwhat.packs.check import check_pack
from nowwhat.packs.pack import Pack
from nowwhat.packs.sources import content_root


def test_the_shipped_pack_has_no_fault() -> None:
    assert check_pack(Pack(content_root() / "en")) == ()


def test_a_sound_pack_is_said_to_be_sound(folder: Folder) -> None:
    found = folder.check()
    assert (found.status, found.errors) == (0, [])
    assert found.lines == [f"{folder.path}: no fault found."]


def test_a_sound_pack_that_was_written_anew_is_still_sound(folder: Folder) -> None:
    for path in folder.path.rglob("*.toml"):
        with folder.table(str(path.relative_to(folder.path))):
            pass
    assert folder.check().status == 0


def test_the_pack_in_use_is_checked_when_no_folder_is_named(folder: Folder) -> None:
    (folder.path / "care.toml").unlink()
    found = folder.check(f"--content={folder.path.parent}")
    assert (found.status, found.lines) == (2, ["care.toml: a file that can be read"])


def test_a_folder_of_packs_is_checked_in_the_language_asked_for(folder: Folder) -> None:
    found = folder.check(str(folder.path.parent), "--lang=en")
    assert found.status == 0
    missing = folder.check(str(folder.path.parent), "--lang=de")
    assert missing.status == 2
    assert missing.errors == ["nowwhat: there is no pack 'de'; did you mean 'en'?"]


def test_a_folder_that_is_not_there_is_named(folder: Folder) -> None:
    nowhere = folder.path / "nowhere"
    found = folder.check(str(nowhere))
    assert (found.status, found.lines) == (2, [])
    assert found.errors == [f"nowwhat: there is no folder of packs {str(nowhere)!r}"]


def break_everything(folder: Folder) -> None:
    """Put one fault into each file, of the kind that keeps the file from being read."""
    (folder.path / "pack.toml").write_text("format = ")
    with folder.table("interface.toml") as table:
        of("plain", without("left"))(table)
    with folder.table("actions.toml") as table:
        setting("dor", 1)(table)
    with folder.table("breathing.toml") as table:
        pattern("box", of("phases", setting("seconds", 0), 0))(table)
    with folder.table("times.toml") as table:
        setting("late", "(")(table)
    with folder.table("care.toml") as table:
        without("harmless")(table)
    with folder.table("coach.toml") as table:
        table["care"]["suicide"].update(phrases="<nosuch>")
    with folder.table("rehearsal.toml") as table:
        without("names")(table)
    with folder.table("sheet.toml") as table:
        of("run", setting("title", ""))(table)
    with folder.table(BRIDGE) as table:
        at("commit", setting("knid", "x"))(table)
    with folder.table(REP) as table:
        at("card", setting("hint", "{nosuch}"))(table)


EVERYTHING = [
    "actions.toml: dor: no key of this name; did you mean 'door'?",
    "breathing.toml: box: phases: 0.5 to 120 seconds, not 0",
    "care.toml: harmless: this key, which is missing",
    "coach.toml: phrases: <nosuch> is no class of words",
    "interface.toml: plain.left: this key, which is missing",
    "pack.toml: TOML: Invalid value (at end of document)",
    "rehearsal.toml: names: this key, which is missing",
    "sessions/bridge.toml: commit: knid: no key of this name; did you mean 'kind'?",
    "sessions/rep.toml: card: hint: no {nosuch}; there is action, after, ",
    "sheet.toml: run: title: words, not nothing",
    "times.toml: late: a regular expression (",
]


def test_a_fault_in_every_file_is_reported_at_once(folder: Folder) -> None:
    break_everything(folder)
    found = folder.check()
    assert (found.status, found.errors) == (2, [])
    assert len(found.lines) == len(EVERYTHING), found.lines
    assert all(map(str.startswith, found.lines, EVERYTHING)), found.lines


def test_several_faults_of_one_script_are_reported_at_once(folder: Folder) -> None:
    with folder.table(BRIDGE) as script:
        script["sumary"] = script.pop("summary")
        script["role"] = "sesion"
        at("insight", setting("optinal", value=True))(script)
        at("discomfort", setting("top", 7))(script)
        at("risen_offer", of("options", without("words"), 0))(script)
        at("door", setting("ask", []))(script)
        at("likely", of("only_if", setting("answer", "faered")))(script)
        at("commit", setting("kind", "comit"))(script)
        at("card", setting("hint", "{acton}"))(script)
    found = folder.check()
    assert found.status == 2
    assert [line.split(": ")[1:3] for line in found.lines] == [
        ["role", "one of session, checkin, not 'sesion'; did you mean 'session'?"],
        ["sumary", "no key of this name; did you mean 'summary'?"],
        ["summary", "this key, which is missing"],
        ["card", "hint"],
        ["commit", "kind"],
        ["discomfort", "top"],
        ["door", "ask"],
        ["insight", "optinal"],
        ["likely", "only_if.answer"],
        ["risen_offer", "options[1].words"],
    ]


def test_several_faults_of_one_step_are_reported_at_once(folder: Folder) -> None:
    with folder.table(BRIDGE) as script:
        step(script, "ground").update(seconds="long", pattern=5, other=[], says=["\x07"])
    assert folder.check().lines == [
        f"{BRIDGE}: ground: other: no key of this name; did you mean 'others'?",
        f"{BRIDGE}: ground: pattern: text, not a whole number",
        f"{BRIDGE}: ground: says: text without control characters (U+0007)",
        f"{BRIDGE}: ground: seconds: a whole number, not text",
    ]


def test_several_starters_that_are_refused_are_reported_each(folder: Folder) -> None:
    with folder.table("actions.toml") as table:
        door("joy", lambda joy: joy["starters"].extend([REFUSED, f"{HEARD} now"]))(table)
        door("face", lambda face: face["starters"].append(REFUSED))(table)
    assert [line.split(": ")[1] for line in folder.check().lines] == ["face", "joy", "joy"]


@pytest.mark.parametrize("file", ["actions.toml", "breathing.toml"])
def test_a_file_that_cannot_be_read_makes_no_script_seem_faulty(folder: Folder, file: str) -> None:
    (folder.path / file).write_text("x")
    assert [line.split(": ")[0] for line in folder.check().lines] == [file]


def test_faults_come_in_the_order_of_their_files(folder: Folder) -> None:
    break_everything(folder)
    files = [line.split(": ")[0] for line in folder.check().lines]
    assert files == sorted(files)


def test_checking_writes_nothing(folder: Folder) -> None:
    def contents() -> dict[Path, bytes]:
        return {p: p.read_bytes() for p in folder.path.parent.rglob("*") if p.is_file()}

    before = contents()
    folder.check()
    assert contents() == before
