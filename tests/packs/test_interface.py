"""What the program says, with one fault each."""

import pytest
from tests.packs.breaking import Case, of, setting, without
from tests.packs.folder import Folder

CASES = [
    Case(
        "a missing word",
        "interface.toml",
        of("plain", without("left")),
        "plain.left: this key, which is missing",
    ),
    Case(
        "a word too many",
        "interface.toml",
        of("plain", setting("lefd", "x")),
        "plain.lefd: no key of this name; did you mean 'left'?",
    ),
    Case("a missing table", "interface.toml", without("card"), "card: this key, which is missing"),
    Case(
        "a table too many",
        "interface.toml",
        setting("cart", {}),
        "cart: no key of this name; did you mean 'card'?",
    ),
    Case(
        "a word of another type",
        "interface.toml",
        of("plain", setting("left", 5)),
        "plain.left: text, not a whole number",
    ),
    Case("a word for a table", "interface.toml", setting("card", "x"), "card: a table, not text"),
    Case(
        "a blank word",
        "interface.toml",
        of("plain", setting("left", " ")),
        "plain: left: words, not nothing",
    ),
    Case(
        "no word to commit with",
        "interface.toml",
        of("command", setting("i_will", [])),
        "command: i_will: words, not nothing",
    ),
    Case(
        "a blank command",
        "interface.toml",
        of("command", setting("care", ["care", ""])),
        "command: care: words, not nothing",
    ),
    Case(
        "a command said twice",
        "interface.toml",
        of("command", setting("care", ["care", "Care"])),
        "command: care: 'care' once in this table",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fault_in_the_interface_is_reported_where_it_stands(folder: Folder, case: Case) -> None:
    case.is_reported(folder)
