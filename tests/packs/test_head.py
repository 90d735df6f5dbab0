"""The head of a pack, with one fault each."""

import pytest
from tests.packs.breaking import Case, setting, without
from tests.packs.folder import Folder

CASES = [
    Case(
        "a newer format",
        "pack.toml",
        setting("format", 2),
        "format: 1 or older, not 2: this pack wants a newer nowwhat",
    ),
    Case(
        "another language than its folder's",
        "pack.toml",
        setting("lang", "de"),
        "lang: 'en', the folder's name, not 'de'",
    ),
    Case(
        "a direction there is none of",
        "pack.toml",
        setting("direction", "ltrr"),
        "direction: one of ltr, rtl, not 'ltrr'; did you mean 'ltr'?",
    ),
    Case(
        "a day that is no day",
        "pack.toml",
        setting("checked", "last week"),
        "checked: a date, such as 2026-01-31, not 'last week'",
    ),
    Case("a missing key", "pack.toml", without("license"), "license: this key, which is missing"),
    Case(
        "a key too many",
        "pack.toml",
        setting("licence", "MIT"),
        "licence: no key of this name; did you mean 'license'?",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fault_in_the_head_is_reported_where_it_stands(folder: Folder, case: Case) -> None:
    case.is_reported(folder)
