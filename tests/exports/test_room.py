"""What is told of a room: as Markdown and CSV; names where they were chosen, words as words."""

import csv
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.exports.test_table import RISKY

from nowwhat.exports.room import COLUMNS, room_as_csv, room_as_markdown
from nowwhat.exports.table import BOM
from nowwhat.group.board import Item
from nowwhat.group.story import Story
from nowwhat.group.views import Planned, Show
from nowwhat.packs.pack import Pack

WORDS = Pack.find("en").words.room_export
AGENDA = (Planned("welcome", 5, 6.26), Planned("silent_writing", 10, 9.51))
STORY = Story(
    script="group",
    items=(
        Item(9, "call the clinic", "action", "Ada"),
        Item(11, "write one line", "action"),
        Item(12, "it is quiet", "sentence"),
    ),
    joined=12,
    hands=(Show("welcome", 7), Show("silent_writing", None)),
    agenda=AGENDA,
)
MARKDOWN = """\
# What the group shared: group

## Actions

- **Ada**: call the clinic
- write one line

## Sentences

- it is quiet

## Counts

- Took part: 12
- Hands shown (welcome): 7
- Hands shown (silent writing): fewer than five

## Minutes

| | planned | taken |
|---|---:|---:|
| welcome | 5 | 6 |
| silent writing | 10 | 10 |
| in all | 15 | 16 |
"""


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


def story(items: tuple[Item, ...] = (), joined: int | None = None) -> Story:
    return Story("group", items, joined, (), AGENDA)


def test_it_can_be_read() -> None:
    assert room_as_markdown(STORY, WORDS) == MARKDOWN


def test_it_opens_as_a_table() -> None:
    text = room_as_csv(STORY, WORDS, bom=False)
    found = rows(text)
    assert tuple(found[0]) == COLUMNS
    assert [tuple(filter(None, row.values())) for row in found] == [
        ("action", "Ada", "call the clinic"),
        ("action", "write one line"),
        ("sentence", "it is quiet"),
        ("joined", "12"),
        ("hands", "welcome", "7"),
        ("hands", "silent_writing", "fewer than five"),
        ("stop", "welcome", "5", "6.3"),
        ("stop", "silent_writing", "10", "9.5"),
    ]
    assert room_as_csv(STORY, WORDS, bom=True) == BOM + text


def test_where_nothing_was_shared_it_says_so() -> None:
    text = room_as_markdown(story(), WORDS)
    assert WORDS.nothing in text
    assert WORDS.actions not in text
    assert f"{WORDS.joined}: {WORDS.few}" in text
    assert rows(room_as_csv(story(), WORDS, bom=False))[0]["count"] == WORDS.few


@pytest.mark.parametrize("text", ["=1+1", "+353", "-1", "@SUM(A1)", "a;=1", "\uff1d1"])
def test_what_would_be_calculated_has_an_apostrophe_before_it(text: str) -> None:
    told = story((Item(1, text, "action", text),))
    (row, *_) = rows(room_as_csv(told, WORDS, bom=False))
    assert "'" in row["text"]
    assert "'" in row["name"]


TEXTS = st.lists(
    st.sampled_from([*RISKY, ";", ",", '"', "|", "*", "#", "[x]", "\n", " ", "1", "a"]), max_size=8
).map("".join) | st.text(st.characters(exclude_categories=["Cs"]))


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_words_are_words_in_both(text: str, name: str) -> None:
    told = story((Item(1, text, "action", name), Item(2, text, "sentence")), 6)
    found = rows(room_as_csv(told, WORDS, bom=False))
    assert len(found) == 2 + 1 + len(AGENDA)
    assert not any(cell.startswith(RISKY) for row in found for cell in row.values())
    page = MarkdownIt("gfm-like", {"linkify": False}).parse(room_as_markdown(told, WORDS))
    kinds = [token.type for token in page]
    assert kinds.count("heading_open") == 5
    assert kinds.count("list_item_open") == 3
    assert kinds.count("tr_open") == 2 + len(AGENDA)
    assert not {"html_block", "fence", "code_block", "blockquote_open", "hr"} & set(kinds)
