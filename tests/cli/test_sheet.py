"""`nowwhat content sheet`: what is needed on paper, for a group and for a script of one's own."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import PACK
from tests.plain.person import FrozenClock

from nowwhat.group.agenda import agenda_of, notes_of, title_of
from nowwhat.packs.sheet_words import SheetWords
from nowwhat.session.script import Act, Choose, Note, Plan, Rate

GROUP, SHEET = PACK.script("group"), PACK.sheet
PARTS = ("run", "slip", "worksheet", "privacy", "distress")
FINGERPRINT = "SHA256:" + "0123456789+/abcdefghijklmnopqrstuvwxyzABCDE"
JOINING = ("--host", "room.example", "--port", "2022", "--code", "amber-otter")
WHERE = (*JOINING, "--fingerprint", FINGERPRINT)


def sheet(inside: Inside, *args: str) -> str:
    """Print it; nothing is written to disk for it, and nothing else is said."""
    ran = inside.run("content", "sheet", *args)
    assert (ran.status, ran.err) == (0, "")
    assert not inside.folder.exists()
    return ran.out


def part(inside: Inside, name: str, *args: str) -> str:
    return sheet(inside, "--part", name, *args)


def flat(text: str) -> str:
    return " ".join(text.replace("\n> ", "\n").split())


def refused(inside: Inside, *args: str) -> str:
    ran = inside.run("content", "sheet", *args)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    return ran.err


# Pages


def test_a_group_has_five_pages_each_on_a_new_one(inside: Inside) -> None:
    pages = sheet(inside).split("\f")
    assert len(pages) == len(PARTS)
    assert pages == [part(inside, name) for name in PARTS]
    assert all(page.startswith("# ") and page.count("\n# ") == 0 for page in pages)


@pytest.mark.parametrize("script", PACK.script_names)
def test_no_line_is_wider_than_a_page_and_nothing_is_left_in_braces(
    inside: Inside, script: str
) -> None:
    ran = inside.run("content", "sheet", script, "--begin", "9:30", "--country", "US")
    assert ran.status == 0
    assert max(map(len, ran.out.splitlines())) <= 78
    assert re.findall(r"\{.*?\}", ran.out) == []


def test_a_script_for_one_person_has_no_pages_that_only_a_group_needs(inside: Inside) -> None:
    ran = inside.run("content", "sheet", "bridge")
    assert (ran.status, ran.err.count("\n")) == (0, 1)
    assert "The bridge" in ran.err
    run, worksheet = ran.out.split("\f")
    assert run.startswith("# Run-sheet: The bridge\n")
    assert worksheet.startswith("# Worksheet: The bridge\n")


def test_a_script_without_stops_has_a_worksheet_alone(inside: Inside) -> None:
    ran = inside.run("content", "sheet", "two-minutes")
    assert (ran.status, "\f" in ran.out) == (0, False)
    assert ran.out.startswith("# Worksheet: Two minutes\n")
    assert "at their own pace" in ran.err


# What cannot be meant


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("grup",), ["no script 'grup'", "'group'"]),
        (("bridge", "--part", "slip"), ["'bridge'", "run and worksheet", "no slip"]),
        (("two-minutes", "--part", "run"), ["'two-minutes'", "worksheet", "no run"]),
        (("--part", "slpi"), ["'slpi'", "'slip'"]),
        (("--begin", "25:00"), ["--begin", "18:00", "25:00"]),
        (("--begin", "18"), ["--begin", "18:00"]),
        (("--begin", "18:60"), ["--begin", "18:60"]),
        (("--host", "-oProxyCommand=x"), ["--host"]),
        (("--host", "you@there"), ["--host"]),
        (("--code", "amber otter"), ["--code"]),
        (("--code", "-l"), ["--code"]),
        (("--code", "a\x1b[2J"), ["--code", "\\x1b"]),
        (("--port", "0"), ["--port"]),
        (("--port", "65536"), ["--port"]),
        (("--fingerprint", "SHA256:short"), ["--fingerprint", "43"]),
        (("--fingerprint", FINGERPRINT[:-1]), ["--fingerprint"]),
        (("--fingerprint", FINGERPRINT + "="), ["--fingerprint"]),
        (("--country", "Irland"), ["no country 'Irland'", "'Ireland'"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_meant_gets_one_line_and_no_page(
    inside: Inside, args: tuple[str, ...], words: list[str]
) -> None:
    said = refused(inside, *args)
    assert [word for word in words if word not in said] == []


# The run-sheet


def test_the_run_sheet_tells_the_time_of_each_stop(inside: Inside) -> None:
    run = part(inside, "run", "--begin", "18:00")
    assert "    18:00  4 min  Welcome, and whether it suits\n" in run
    assert "    18:04  3 min  Ground rules\n" in run
    assert "    18:50         The end\n" in run
    clocks = re.findall(r"^### (\d\d:\d\d) ", run, re.MULTILINE)
    assert clocks == sorted(clocks)
    assert len(clocks) == len(agenda_of(GROUP))


def test_without_a_beginning_the_run_sheet_counts_from_it(inside: Inside) -> None:
    run = part(inside, "run")
    assert "    0:00  4 min  " in run
    assert "    0:50         The end\n" in run


def test_an_hour_that_ends_after_midnight_is_told_by_the_clock(inside: Inside) -> None:
    assert "    00:20         The end\n" in part(inside, "run", "--begin", "23:30")


def test_the_run_sheet_has_every_note_and_all_that_participants_see(inside: Inside) -> None:
    run = flat(part(inside, "run"))
    for step in GROUP.steps:
        assert not step.minutes or title_of(step) in run
        for line in notes_of(step):
            assert flat(line) in run
        options = step.options if isinstance(step, Choose) else ()
        shown = [*step.says, *step.ask, step.hint, *(option.words for option in options)]
        for line in filter(lambda line: "{" not in line, shown):
            assert flat(line) in run


# The slip


def test_the_slip_has_the_line_to_connect_with_and_what_to_compare(inside: Inside) -> None:
    slip = part(inside, "slip", *WHERE)
    assert "\n    ssh -p 2022 amber-otter@room.example\n" in slip
    assert "\n    ssh -p 2022 amber-otter+plain@room.example\n" in slip
    assert f"\n    {FINGERPRINT}\n" in slip
    for line in (SHEET.slip.yes, SHEET.slip.password, SHEET.slip.privacy):
        assert flat(line) in flat(slip)
    assert "___" not in slip


def test_what_is_not_known_yet_is_room_to_write(inside: Inside) -> None:
    slip = part(inside, "slip")
    assert "\n    ssh -p 2222 CODE@HOST\n" in slip
    assert slip.count("_" * 30) == 2
    known = part(inside, "slip", *JOINING)
    assert "CODE" not in known
    assert known.count("_" * 30) == 1


# The worksheet


def asked() -> Iterator[str]:
    for step in GROUP.steps:
        if isinstance(step, Note | Act | Plan | Rate | Choose):
            yield step.ask[0]


def test_the_worksheet_asks_all_that_is_answered_with_room_for_it(inside: Inside) -> None:
    worksheet = part(inside, "worksheet")
    headings = re.findall(r"^## (.*)", worksheet, re.MULTILINE)
    assert [each for each in headings if each != SHEET.worksheet.plan] == list(asked())
    assert SHEET.worksheet.plan in headings
    for heading, answer in zip(
        headings, re.split(r"^## .*", worksheet, flags=re.MULTILINE)[1:], strict=True
    ):
        assert re.search(r"_{78}|\[ \]|0   1   2", answer), heading


def test_the_worksheet_says_when_a_question_is_passed_over(inside: Inside) -> None:
    worksheet = flat(part(inside, "worksheet"))
    assert "(Only if you chose: Someone could be hurt, or: Not sure.)" in worksheet
    assert f"({SHEET.worksheet.if_given}.)" in worksheet


def test_what_is_for_the_facilitator_stands_on_no_page_of_a_participant(inside: Inside) -> None:
    notes = [line for step in GROUP.steps for line in notes_of(step)]
    for name in ("slip", "worksheet", "privacy"):
        page = flat(part(inside, name))
        assert [note for note in notes if flat(note) in page] == []


# Privacy and distress


def test_the_privacy_page_says_who_can_read_memory_and_that_paper_needs_none(
    inside: Inside,
) -> None:
    page = flat(part(inside, "privacy"))
    assert "can read its memory" in page
    assert "Nothing you write on paper reaches a machine." in page
    for line in (*SHEET.privacy.paper_list, *SHEET.privacy.terminal_list):
        assert flat(line) in page


def test_the_page_on_distress_has_the_numbers_of_the_country_dated(inside: Inside) -> None:
    lines = {country.code: country.line for country in PACK.care.country}
    for said in ("GB", "uk"):
        page = flat(part(inside, "distress", "--country", said))
        for line in lines["GB"]:
            assert f"{line.number} {line.name}" in page
        assert page.count("Checked ") == len(lines["GB"])
        assert "988" not in page
        assert page.index("999") < page.index("116 123"), "the emergency number comes first"


def test_numbers_that_have_grown_old_say_so_on_paper_too(
    inside: Inside, still: FrozenClock
) -> None:
    assert PACK.care.words.old not in flat(part(inside, "distress", "--country", "IE"))
    still.at = datetime(2029, 1, 1, tzinfo=UTC)
    assert PACK.care.words.old in flat(part(inside, "distress", "--country", "IE"))


def test_without_a_country_there_is_room_for_its_numbers(inside: Inside) -> None:
    page = part(inside, "distress")
    assert page.count("_" * 30) == len(SHEET.distress.numbers_blank)
    assert not re.search(r"\d{3}  ", page)
    assert "findahelpline.com" in page


def test_the_country_that_is_remembered_is_the_one_on_paper(inside: Inside) -> None:
    assert inside.run("care", "Ireland").status == 0
    ran = inside.run("content", "sheet", "--part", "distress")
    assert "Ireland:" in ran.out


def test_every_paragraph_of_the_words_stands_on_some_page(inside: Inside) -> None:
    """Filled words are looked for piece by piece."""
    pages = flat(sheet(inside) + sheet(inside, "--country", "IE") + part(inside, "slip", *WHERE))
    missing = [
        f"{table}.{key}"
        for table in SheetWords.__struct_fields__
        for key, said in _texts(getattr(SHEET, table))
        for piece in re.split(r"\{\w+\}", said)
        if table != "sheet" and not key.startswith("if_") and flat(piece) not in pages
    ]
    assert missing == []


def _texts(table: object) -> Iterator[tuple[str, str]]:
    for key in getattr(table, "__struct_fields__", ()):
        said = getattr(table, key)
        for line in (said,) if isinstance(said, str) else said:
            yield key, line


def test_paper_has_the_short_form_and_nothing_that_hangs_on_what_it_cannot_know(
    inside: Inside,
) -> None:
    bridge = PACK.script("bridge")
    ran = flat(inside.run("content", "sheet", "bridge").out)
    asked = {flat(bridge.step(step).ask[0]) for step in ("feared", "confidence", "breath_helps")}
    assert [question for question in asked if question in ran] == []
    assert flat(bridge.step("obstacle").ask[0]) in ran
    assert "Do it again" not in ran
