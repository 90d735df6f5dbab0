"""Markdown, read back by a parser that did not write it: words are words, whatever is in them."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace
from tests.exports.samples import MONTH, WORDS, moment
from tests.store.any_records import BATCHES

from nowwhat.exports.card import card_as_markdown
from nowwhat.exports.escaping import visible
from nowwhat.exports.markdown import as_markdown
from nowwhat.session.records import Batch, Insight, Outcome
from nowwhat.session.typed import _UNSHOWN
from nowwhat.sitting.taking import everything_in
from nowwhat.store import MemoryJournal

BLOCKS = {"heading", "paragraph", "blockquote", "bullet_list", "list_item", "strong"}
INLINE = {"text", "softbreak", "hardbreak", "text_special", "inline"}
PARSER = MarkdownIt("gfm-like", {"linkify": False})


def tokens(text: str) -> Iterator[Token]:
    for token in PARSER.parse(text):
        yield token
        yield from token.children or ()


def kinds(text: str) -> set[str]:
    return {t.type.removesuffix("_open").removesuffix("_close") for t in tokens(text)}


def quoted(text: str) -> list[str]:
    """The lines of the first quotation, as a reader of the page sees them."""
    lines = [""]
    inside = False
    for token in tokens(text):
        if token.type == "blockquote_close":
            break
        inside = inside or token.type == "blockquote_open"
        if inside and token.type in ("text", "text_special"):
            lines[-1] += token.content
        elif inside and token.type in ("softbreak", "hardbreak", "paragraph_close"):
            lines.append("")
    return [line for line in lines if line]


def words_of(text: str) -> list[str]:
    return [line for raw in visible(text).splitlines() if (line := " ".join(raw.split()))]


def test_a_month_can_be_read() -> None:
    text = as_markdown(MONTH, WORDS)
    assert kinds(text) <= BLOCKS | INLINE
    said = " ".join(token.content for token in tokens(text) if token.type == "inline")
    for words in (
        *(insight.text.splitlines()[0] for insight in MONTH.insights),
        "It goes back to how she went silent",
        "on Saturday at half past six (24 October 2026, 18:30)",
        "Wednesday (28 October 2026)",
        "If: I explain myself",
        "Done: Write my sister one line",
        "What happened: she wrote back",
        "Got in the way: rain, outside",
        "why: Not sure why",
        "Rung: Walk past it (4)",
    ):
        assert words in said.replace("\\", ""), words
    assert "door:" not in said
    headings = [token.content for token in tokens(text) if token.type == "inline"]
    assert headings.index("1 October 2026".zfill(15)) < headings.index("29 October 2026")


def test_an_empty_journal_says_so() -> None:
    assert as_markdown(Batch(), WORDS) == f"# {WORDS.title}\n\n{WORDS.nothing}\n"


LINES = st.lists(st.text(max_size=30) | st.sampled_from(
    ["# x", "- x", "+", "1. x", "12) x", "===", "---", "> x", "```", "    code", "<b>", "&lt;",
     "[a](b)", "![a](b)", "*a* _b_ ~~c~~ `d`", "a|b", "-|-", "\\", "a\\", "http://x.de", "<!-- -->",
     "\tx", "[a]: b", "a  "]
), max_size=6).map("\n".join)  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(LINES)
@example("a\n===")
@example("x\n\n- y")
@example("a\\\nb")
def test_whatever_is_written_is_shown_as_it_was_written(text: str) -> None:
    page = as_markdown(Batch(insights=(Insight("i", text, moment(1)),)), WORDS)
    assert kinds(page) <= BLOCKS | INLINE
    assert quoted(page) == words_of(text)


@settings(deadline=None, max_examples=60)
@given(BATCHES)
def test_no_record_becomes_anything_else_than_text(batch: Batch) -> None:
    journal = MemoryJournal()
    journal.record(batch)
    page = as_markdown(everything_in(journal), WORDS)
    assert kinds(page) <= BLOCKS | INLINE
    assert not _UNSHOWN.search(page), "a terminal would do something"


@settings(deadline=None, max_examples=60)
@given(LINES)
def test_a_card_is_a_list_of_text(text: str) -> None:
    page = card_as_markdown("a title", [text])
    assert kinds(page) <= {"heading", "paragraph", "bullet_list", "list_item"} | INLINE


@pytest.mark.parametrize("outcome", Outcome)
def test_each_outcome_has_words(outcome: Outcome) -> None:
    checkin = replace(MONTH.checkins[0], outcome=outcome)
    assert getattr(WORDS, outcome) in as_markdown(Batch(checkins=(checkin,)), WORDS)
