"""`care.toml`: people, numbers, and fixed words for a bad hour."""

from datetime import date, timedelta

from nowwhat.packs.shapes import Country, Finder, Line, Shape

GROWS_OLD = timedelta(days=365)
"""A number that was checked longer ago than this is shown with a word about it."""


class CareWords(Shape, frozen=True, kw_only=True):
    """The fixed words around the numbers."""

    intro_not_a_crisis_service: str
    opening: str
    danger: str
    taken: str
    harm_others: str
    unanswered: str
    traces: str
    no_country: str
    old: str
    checked: str
    date: str
    finders: str
    grounding: str
    carry_on: str
    set_down: str
    leave: str
    misread: str
    misread_said: str


class Care(Shape, frozen=True, kw_only=True):
    """People and numbers.

    Attributes:
        harmless: Fixed harmless things for the next hour.
        words: The words around them.
        finder: Places that know lines of many countries.
        country: The lines, by country.
    """

    harmless: tuple[str, ...]
    words: CareWords
    finder: tuple[Finder, ...]
    country: tuple[Country, ...]

    def lines_of(self, code: str) -> tuple[Line, ...]:
        """List the lines of a country; none where the pack has none for it."""
        return next((c.line for c in self.country if c.code == code.upper()), ())

    def country_named(self, said: str) -> Country | None:
        """Find a country by its code or its name."""
        wanted = said.strip().casefold()
        return next((c for c in self.country if wanted in _names_of(c)), None)


def _names_of(country: Country) -> set[str]:
    return {name.casefold() for name in (country.code, country.name, *country.also)}


def is_old(checked: date, today: date) -> bool:
    """Say whether a number was checked so long ago that this is to be said."""
    return today - checked > GROWS_OLD
