"""People and numbers, with one fault each."""

import pytest
from tests.packs.breaking import Case, country, of, setting, without
from tests.packs.folder import REFUSED, Folder

CASES = [
    Case(
        "a bad country code",
        "care.toml",
        country("DE", setting("code", "Ger")),
        "Ger: code: two capital letters (ISO 3166)",
    ),
    Case(
        "one country twice",
        "care.toml",
        country("DE", setting("code", "GB")),
        "GB: code: a code of its own; another country has it",
    ),
    Case(
        "a number with letters",
        "care.toml",
        country("DE", of("line", setting("number", "0800 HELP"), 0)),
        "DE: line.number: digits as they are dialled, not '0800 HELP'",
    ),
    Case(
        "a number without digits",
        "care.toml",
        country("DE", of("line", setting("number", "--"), 0)),
        "DE: line.number: digits as they are dialled, not '--'",
    ),
    Case(
        "a number without a source",
        "care.toml",
        country("DE", of("line", setting("source", ""), 0)),
        "DE: line.source: where 112 was seen",
    ),
    Case(
        "a kind of line there is none of",
        "care.toml",
        country("AR", of("line", setting("kind", "crises"), 0)),
        "country[1].line[1].kind: one of emergency, crisis, poison, violence, youth, "
        "not 'crises'; did you mean 'crisis'?",
    ),
    Case(
        "a number that was never checked",
        "care.toml",
        country("AR", of("line", without("checked"), 0)),
        "country[1].line[1].checked: this key, which is missing",
    ),
    Case("no finder", "care.toml", setting("finder", []), "finder: at least one finder"),
    Case(
        "a harmless thing that is none",
        "care.toml",
        setting("harmless", [REFUSED]),
        "harmless: one concrete, safe action, not 'grumble'",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fault_in_the_numbers_is_reported_where_it_stands(folder: Folder, case: Case) -> None:
    case.is_reported(folder)
