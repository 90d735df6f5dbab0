"""The shapes of a pack's files beside its scripts: its head, doors, breathing, care."""

from datetime import date
from typing import Literal

import msgspec

from nowwhat.session.breathing import Pattern

FORMAT = 1
"""The format of packs that this program reads."""


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is read from content: nothing in it is unknown."""


class Head(Shape, frozen=True, kw_only=True):
    """`pack.toml`: what the pack is.

    Attributes:
        format: Its format; `FORMAT` or older.
        lang: Language tag, the folder's name.
        name: The language's own name for itself.
        direction: How it is written.
        authors: Who wrote it.
        license: Under which licence.
        checked: When its words were last read through.
    """

    format: int
    lang: str
    name: str
    direction: Literal["ltr", "rtl"]
    authors: tuple[str, ...]
    license: str
    checked: date


class Door(Shape, frozen=True):
    """A door of `actions.toml`: a way to act, with starters that fill an editable line."""

    id: str
    title: str
    hint: str
    starters: tuple[str, ...] = ()


class Doors(Shape, frozen=True):
    """`actions.toml`."""

    door: tuple[Door, ...]


class Patterns(Shape, frozen=True):
    """`breathing.toml`."""

    pattern: tuple[Pattern, ...]


class Line(Shape, frozen=True, kw_only=True):
    """A number to call.

    Attributes:
        kind: What it is for.
        name: Who answers.
        number: As it is dialled there.
        how: Call or text, hours, who may call, cost: what is known.
        source: The page on which the number stood.
        checked: When that was.
    """

    kind: Literal["emergency", "crisis", "poison", "violence", "youth"]
    name: str
    number: str
    how: str = ""
    source: str
    checked: date


class Country(Shape, frozen=True):
    """The lines of one country.

    Attributes:
        code: Its ISO 3166 code.
        name: Its name.
        line: Its lines.
        also: Other names by which people call it, or a part of it.
    """

    code: str
    name: str
    line: tuple[Line, ...]
    also: tuple[str, ...] = ()


class Finder(Shape, frozen=True, kw_only=True):
    """A place that knows the lines of many countries, and is likely to outlive them."""

    name: str
    address: str
    note: str
    checked: date
