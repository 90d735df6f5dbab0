"""What is printed for paper: which pages a script has, and what is filled in on them."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import time

import click
import msgspec

from nowwhat.cli.surroundings import Surroundings
from nowwhat.group.agenda import agenda_of
from nowwhat.packs.faults import UnknownNameError
from nowwhat.packs.filling import fill
from nowwhat.plain.care_pages import distress_page, privacy_page
from nowwhat.plain.join_slip import Joining, join_slip
from nowwhat.plain.run_sheet import run_sheet
from nowwhat.plain.worksheet import worksheet
from nowwhat.session.script import Script
from nowwhat.sitting.care import finder_lines, number_lines

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_FINGERPRINT = re.compile(r"SHA256:[A-Za-z0-9+/]{43}")
_ADDRESSED = re.compile(r"(?!-)[^\s@\x00-\x1f\x7f]+")
"""What stands on either side of the @; a leading hyphen would be an option of ssh."""


class Wanted(msgspec.Struct, frozen=True):
    """What was asked for, as it was said; what is empty was not.

    Attributes:
        script: Whose pages.
        part: One of them; none: all that the script has.
        begin: When it begins, as HH:MM.
        host: Where people connect to.
        port: From 1 to 65535.
        code: Of the room.
        fingerprint: Of the host key.
        country: Code or name, for the numbers; empty: the one that is remembered.
    """

    script: str
    part: str | None
    begin: str
    host: str
    port: int
    code: str
    fingerprint: str
    country: str


def pages_of(around: Surroundings, wanted: Wanted) -> Iterator[Iterable[str]]:
    """Give the pages that were asked for, each as its lines.

    Raises:
        click.UsageError: The script has no such page, or what is to stand on one cannot be meant.
        UnknownNameError: There is no such script or country.
        PackError: A file of the pack has a fault.
    """
    script, said = around.pack.script(wanted.script), around.pack.sheet.sheet
    makers, names = _makers(around, script, wanted), _names(script)
    if wanted.part and wanted.part not in names:
        there = " and ".join(names)
        raise click.UsageError(
            f"{script.id!r} is for one person: there is {there} for it, no {wanted.part}"
        )
    if not wanted.part and len(names) < len(makers):
        alone = said.alone if "run" in names else said.alone_unled
        click.echo(f"nowwhat: {fill(alone, {'title': script.title})}", err=True)
    return (makers[each]() for each in ([wanted.part] if wanted.part else names))


def _begin(said: str) -> time | None:
    if not said:
        return None
    found = _CLOCK.fullmatch(said.strip())
    if found is None:
        raise click.UsageError(f"--begin takes a time, such as 18:00, not {said!r}")
    return time(int(found[1]), int(found[2]))


def _joining(wanted: Wanted) -> Joining:
    """Read where to connect to; what ssh would take for something else is turned away."""
    for option, said in (("--host", wanted.host), ("--code", wanted.code)):
        if said and not _ADDRESSED.fullmatch(said):
            raise click.UsageError(f"{option} takes a name without spaces or @, not {said!r}")
    if wanted.fingerprint and not _FINGERPRINT.fullmatch(wanted.fingerprint):
        raise click.UsageError(
            f"--fingerprint takes SHA256: and 43 characters behind it, not {wanted.fingerprint!r}"
        )
    return Joining(wanted.host, wanted.port, wanted.code, wanted.fingerprint)


def _names(script: Script) -> tuple[str, ...]:
    """Name the pages of a script: nobody joins one that each goes through alone."""
    if script.setting == "group":
        return ("run", "slip", "worksheet", "privacy", "distress")
    return ("run", "worksheet") if agenda_of(script) else ("worksheet",)


def _makers(
    around: Surroundings, script: Script, wanted: Wanted
) -> dict[str, Callable[[], Iterable[str]]]:
    care, numbers = around.pack.care, _numbers(around, wanted.country)
    words, begin, joining = around.pack.sheet, _begin(wanted.begin), _joining(wanted)
    return {
        "run": lambda: run_sheet(script, words, begin),
        "slip": lambda: join_slip(script.title, joining, words.slip),
        "worksheet": lambda: worksheet(script, words.worksheet),
        "privacy": lambda: privacy_page(words.privacy),
        "distress": lambda: distress_page(words.distress, numbers, tuple(finder_lines(care))),
    }


def _numbers(around: Surroundings, said: str) -> tuple[str, ...]:
    """Give the numbers of the country that was named, or of the one remembered."""
    care, country = around.pack.care, around.preferences.country
    if said:
        found = care.country_named(said)
        if found is None:
            raise UnknownNameError("country", said, [each.name for each in care.country])
        country = found.code
    return number_lines(care, country, around.clock.now().at.date(), "danger")
