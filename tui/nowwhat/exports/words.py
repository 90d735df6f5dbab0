"""The words of exports: labels, and what a calendar shows to whoever looks at it."""

# ruff: noqa: D102 - each is a word; what is more than a label is told of below

from typing import Protocol


class ExportWords(Protocol):
    """The pack's table `export`, as far as exports read it. A label stands before what it names.

    Attributes:
        title: Heading of the Markdown.
        date: A pattern of `strftime`.
        session: Heading of what else a session kept; `{title}` is its script's id.
        account: Heading of a check-in; `{outcome}`, `{action}`.
        nothing: There is nothing yet.
        neutral: In a calendar, in the place of the action's words.
    """

    # Properties, since a frozen struct has members that are only read.
    @property
    def title(self) -> str: ...

    @property
    def date(self) -> str: ...

    @property
    def nothing(self) -> str: ...

    @property
    def understood(self) -> str: ...

    @property
    def chose(self) -> str: ...

    @property
    def account(self) -> str: ...

    @property
    def session(self) -> str: ...

    @property
    def done(self) -> str: ...

    @property
    def part(self) -> str: ...

    @property
    def notyet(self) -> str: ...

    @property
    def letgo(self) -> str: ...

    @property
    def when(self) -> str: ...

    @property
    def where(self) -> str: ...

    @property
    def how_long(self) -> str: ...

    @property
    def towards(self) -> str: ...

    @property
    def obstacle(self) -> str: ...

    @property
    def response(self) -> str: ...

    @property
    def feared(self) -> str: ...

    @property
    def likely(self) -> str: ...

    @property
    def discomfort(self) -> str: ...

    @property
    def confidence(self) -> str: ...

    @property
    def came_true(self) -> str: ...

    @property
    def yes(self) -> str: ...

    @property
    def partly(self) -> str: ...

    @property
    def no(self) -> str: ...

    @property
    def happened(self) -> str: ...

    @property
    def noticed(self) -> str: ...

    @property
    def note(self) -> str: ...

    @property
    def in_the_way(self) -> str: ...

    @property
    def inside(self) -> str: ...

    @property
    def outside(self) -> str: ...

    @property
    def before(self) -> str: ...

    @property
    def most(self) -> str: ...

    @property
    def after(self) -> str: ...

    @property
    def ladder(self) -> str: ...

    @property
    def rung(self) -> str: ...

    @property
    def neutral(self) -> str: ...
