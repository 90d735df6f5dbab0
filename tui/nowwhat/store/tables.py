"""TinyDB's side: a storage of one journal file, and tables whose document ids are record ids."""

from collections.abc import Mapping
from typing import Any, cast

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from nowwhat.store.file import JournalFile
from nowwhat.store.format import Contents
from nowwhat.store.kept import Kept

_ROWS = msgspec.json.Decoder(dict[str, msgspec.Raw])


class JournalStorage(Storage):
    """What TinyDB reads and writes: changes are staged here, and reach the file in one `save`."""

    def __init__(self, file: JournalFile, contents: Contents) -> None:
        self._file = file
        self._rest = contents.rest
        self._tables: dict[str, dict[str, Any]] = {
            name: {key: Kept(row) for key, row in _ROWS.decode(rows).items()}
            for name, rows in contents.tables.items()
        }

    def read(self) -> dict[str, dict[str, Any]]:
        """Give all tables, with what is staged."""
        return self._tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Stage all tables."""
        self._tables = data

    def save(self) -> None:
        """Replace the file by what is staged."""
        # Ids begin with a time, so all but the newest are in order, and sorting them again costs
        # nothing; msgspec's own sorting takes a second and a half over fifty years of them.
        self._file.save(
            {name: dict(sorted(rows.items())) for name, rows in self._tables.items()}, self._rest
        )


class _RecordTable(Table):
    """A table whose document ids are the records' own, so that no record can be there twice."""


# By the annotations of TinyDB 4 an id is an integer; its manual lets a table choose the class.
setattr(_RecordTable, "document_id_class", str)  # noqa: B010 - mypy would refuse the plain form


class _Database(TinyDB):
    table_class = _RecordTable


def add_missing(
    storage: JournalStorage, documents: Mapping[str, Mapping[str, Mapping[str, Any]]]
) -> bool:
    """Stage those documents that are not there yet; say whether there were any."""
    database = _Database(storage=lambda: storage)
    added = False
    for name, rows in documents.items():
        there = storage.read()[name]
        missing = [Document(row, cast("int", key)) for key, row in rows.items() if key not in there]
        if missing:
            database.table(name).insert_multiple(missing)
            added = True
    return added
