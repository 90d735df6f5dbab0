"""What the ledger costs with ten years behind it: its rows made, searched, one page drawn.

Run `python tests/bench/ledger.py [FOLDER]`.
"""

import asyncio
import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from textual.app import App

from nowwhat.packs.pack import Pack
from nowwhat.screens.ledger import Ledger
from nowwhat.sitting.climbing import next_rungs
from nowwhat.sitting.entry import entry_of
from nowwhat.sitting.timeline import Row, filtered, found, timeline
from nowwhat.store import Journal
from nowwhat.widgets.banks import Banks
from store import clock, years_of  # type: ignore[import-not-found]

YEARS = (1, 10, 50)
TURNS = 7


def typical(work: Callable[[], object]) -> float:
    """Time several calls; give the median in milliseconds of processor time."""

    def once() -> float:
        begin = process_time()
        work()
        return (process_time() - begin) * 1000

    return median(once() for _ in range(TURNS))


async def keys(rows: tuple[Row, ...]) -> tuple[float, float]:
    """Time a key that moves the mark and a letter that is searched for, in milliseconds."""
    app: App[None] = App()
    async with app.run_test(size=(80, 24)) as pilot:
        place = Ledger(Pack.find("en").words, rows, clock())
        await app.push_screen(place)
        await pilot.pause()
        banks = place.query_one(Banks)

        def page() -> None:
            banks.action_page(1)
            for y in range(banks.size.height):
                banks.render_line(y)

        drawn = typical(page)
        begin = process_time()
        for letter in "clinic ":
            place._search_for(place._search + letter)
        searched = (process_time() - begin) * 1000 / 7
    return drawn, searched


def row(folder: Path, years: int) -> str:
    """Measure one journal."""
    Journal(folder, clock=clock).record(years_of(years))

    def made() -> tuple[Row, ...]:
        journal = Journal(folder, clock=clock)
        return timeline(journal, next_rungs(journal))

    rows = made()
    first = typical(made)
    seek = typical(lambda: found(tuple(filtered(rows, "tried")), "harder clinic"))
    whole = typical(lambda: entry_of(Journal(folder, clock=clock), rows[0].id))
    page, letter = asyncio.run(keys(rows))
    figures = (first, seek, letter, page, whole)
    return f"{years:>5} {len(rows):>7} " + " ".join(f"{figure:>9.1f}" for figure in figures)


def main() -> None:
    """Print the table."""
    where = sys.argv[1] if len(sys.argv) > 1 else None
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}")
    print("medians in ms of processor time; opened and an entry: from a journal not read yet\n")
    print("years    rows    opened  searched  a letter    a page  an entry")
    for years in YEARS:
        with TemporaryDirectory(dir=where) as folder:
            print(row(Path(folder), years))


if __name__ == "__main__":
    main()
