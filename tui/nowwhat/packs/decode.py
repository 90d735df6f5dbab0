"""From TOML tables to values: all faults of a table at once, each at its key."""

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any, NamedTuple, TypeVar, get_args, get_origin

import msgspec

from nowwhat.packs.faults import Fault, PackError, close_to, nearest

T = TypeVar("T")
Table = dict[str, Any]  # Any: TOML holds anything

_KINDS: dict[Any, str] = {  # Any: what a field may be is no one type
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    date: "a date",
    list: "a list",
    dict: "a table",
}
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Place(NamedTuple):
    """Where a table stands: its file, and the id of what it describes."""

    file: str
    step: str = ""

    def fault(self, key: str, expected: str) -> Fault:
        """Name a fault here."""
        return Fault(self.file, self.step, key, expected)


def decode(table: Table, shape: type[T], place: Place) -> T:
    """Turn a table into a value of `shape`, strictly.

    Args:
        table: What TOML read.
        shape: A struct that forbids unknown fields.
        place: Where it stands.

    Raises:
        PackError: With every fault of the table.
    """
    faults = list(_odd_text(table, place))
    try:
        value = msgspec.convert(table, shape)
    except msgspec.ValidationError:
        raise PackError([*faults, *faults_of(table, shape, place)]) from None
    if faults:
        raise PackError(faults)
    return value


def faults_of(table: Any, shape: Any, place: Place, prefix: str = "") -> Iterator[Fault]:
    """List what keeps a table from being a `shape`: Any, for both come from data."""
    if not isinstance(table, dict):
        yield place.fault(prefix.rstrip("."), f"a table, not {_named(table)}")
        return
    fields = {field.encode_name: field for field in msgspec.structs.fields(shape)}
    tag = shape.__struct_config__.tag_field
    known = [*fields, tag] if tag else [*fields]
    for key in table:
        if key not in known:
            yield place.fault(f"{prefix}{key}", f"no key of this name{nearest(key, known)}")
    for key, field in fields.items():
        if key in table:
            yield from _value_faults(table[key], field.type, place, f"{prefix}{key}")
        elif field.required:
            yield place.fault(f"{prefix}{key}", "this key, which is missing")


def _value_faults(value: Any, wanted: Any, place: Place, key: str) -> Iterator[Fault]:
    inner = next((t for t in (wanted, *get_args(wanted)) if _is_struct(t)), None)
    if inner is None:
        try:
            msgspec.convert(value, wanted)
        except msgspec.ValidationError as error:
            yield place.fault(key, _expected(str(error), value, wanted))
    elif get_origin(wanted) is dict and isinstance(value, dict):
        yield from _entry_faults(value, wanted, place, key)
    elif get_origin(wanted) is not tuple:
        yield from faults_of(value, inner, place, f"{key}.")
    elif isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield from faults_of(item, inner, place, f"{key}[{number}].")
    else:
        yield place.fault(key, f"a list, not {_named(value)}")


def _entry_faults(table: Table, wanted: Any, place: Place, key: str) -> Iterator[Fault]:
    """List the faults of a table whose keys are names and whose values are all of one shape."""
    names, inner = get_args(wanted)
    for name, value in table.items():
        yield from _value_faults(name, names, place, f"{key}.{name}")
        yield from faults_of(value, inner, place, f"{key}.{name}.")


def _is_struct(wanted: Any) -> bool:
    return isinstance(wanted, type) and issubclass(wanted, msgspec.Struct)


def _expected(message: str, value: Any, wanted: Any) -> str:
    """Say it with the names that would do, where there is a list of them."""
    literals = [c for arg in (wanted, *get_args(wanted)) for c in get_args(arg)]
    if wanted is date:
        return f"a date, such as 2026-01-31, not {value!r}"
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        literals = [str(member) for member in wanted]
    names = [str(c) for c in dict.fromkeys(literals) if isinstance(c, str | int) and c != ""]
    if names:
        return f"one of {', '.join(names)}, not {value!r}{close_to(str(value), names)}"
    if wanted in _KINDS:
        return f"{_KINDS[wanted]}, not {_named(value)}"
    if get_origin(wanted) is tuple and not isinstance(value, list):
        return f"a list, not {_named(value)}"
    return message.partition(" - at")[0].replace("`", "")


def _odd_text(value: Any, place: Place, key: str = "") -> Iterator[Fault]:
    """Content is shown as it stands, so it holds no control or direction-changing characters."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _odd_text(inner, place, f"{key}.{name}" if key else name)
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            numbered = f"{key}[{number}]" if isinstance(inner, dict) else key
            yield from _odd_text(inner, place, numbered)
    elif isinstance(value, str) and (odd := _UNPRINTABLE.search(value)):
        yield place.fault(key, f"text without control characters (U+{ord(odd[0]):04X})")


def _named(value: Any) -> str:
    return _KINDS.get(type(value), type(value).__name__)
