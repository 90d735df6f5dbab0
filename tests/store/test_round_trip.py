"""Laws: whatever a record holds, a journal gives it back, and disk and memory agree."""

import re
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.any_records import BATCHES, INSTANTS
from tests.store.failing import QuickDisk
from tests.store.samples import Clock, kept_in

from nowwhat.session.moment import Moment
from nowwhat.session.records import (
    Batch,
    Insight,
)
from nowwhat.store import Journal, MemoryJournal


def by_id(batch: Batch) -> dict[str, dict[str, object]]:
    """Records by table and id, the first of an id, with U+FFFD for lone surrogates."""
    whole = msgspec.to_builtins(batch)
    tables: dict[str, dict[str, object]] = {}
    for name in Batch.__struct_fields__:
        rows = tables.setdefault(name, {})
        for record in whole.get(name, ()):
            row = cast("dict[str, object]", mended(record))
            rows.setdefault(str(row["id"]), row)
    return tables


def mended(value: object) -> object:
    match value:
        case str():
            return re.sub("[\ud800-\udfff]", "\ufffd", value)
        case dict():
            return {mended(key): mended(item) for key, item in value.items()}
        case list() | tuple():
            return [mended(item) for item in value]
    return value


@settings(deadline=None, max_examples=60)
@given(st.lists(BATCHES, min_size=1, max_size=3))
def test_any_record_comes_back_as_it_was_and_memory_agrees_with_disk(batches: list[Batch]) -> None:
    with TemporaryDirectory() as folder:
        disk, memory = Journal(Path(folder), clock=Clock(), disk=QuickDisk()), MemoryJournal()
        expected = {name: dict[str, object]() for name in Batch.__struct_fields__}
        for batch in batches:
            disk.record(batch)
            memory.record(batch)
            for name, rows in by_id(batch).items():
                expected[name] = {**rows, **expected[name]}
        assert by_id(kept_in(disk)) == expected
        assert kept_in(disk) == kept_in(memory)
        assert disk.open_actions() == memory.open_actions()
        assert disk.trouble is None


@settings(deadline=None, max_examples=60)
@given(st.lists(INSTANTS, min_size=2, max_size=6, unique_by=lambda at: at.astimezone(UTC)))
def test_records_come_in_the_order_of_their_instants(instants: list[datetime]) -> None:
    journal = MemoryJournal()
    for number, at in enumerate(instants):
        journal.record(Batch(insights=(Insight(f"i{number}", "x", Moment(at, "UTC")),)))
    assert [insight.noted.at for insight in journal.insights()] == sorted(instants)
