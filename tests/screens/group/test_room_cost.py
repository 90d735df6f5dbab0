"""What a room's row costs: two hundred people have one each, in one process."""

import pytest
from tests.end_to_end.inside import Inside
from tests.screens.group.company import Company
from tests.screens.quick import Timers
from textual._compositor import Compositor

from nowwhat.group.agenda import agenda_of
from nowwhat.group.commands import OpenSharing
from nowwhat.group.pace import Extend
from nowwhat.steps.stand import Stand


def test_seconds_that_go_by_and_lines_of_the_room_lay_nothing_out(
    inside: Inside, timers: Timers, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out = 0
    reflow = Compositor.reflow

    def counted(*args: object, **named: object) -> object:
        nonlocal laid_out
        laid_out += 1
        return reflow(*args, **named)  # type: ignore[arg-type]  # whatever it takes

    async def living(company: Company) -> None:
        nonlocal laid_out
        await company.to("insight")
        await timers.advance(20.0)
        await company.guest.settle()  # what comes next is made ready
        monkeypatch.setattr(Compositor, "reflow", counted)
        seen = set()
        for second in range(30):
            company.time = second
            await timers.advance(1.0)
            await company.guest.pilot.pause()
            seen.add(company.line)
        await company.lead(Extend(), OpenSharing())
        seen.add(company.line)
        assert len(seen) > 25
        assert laid_out == 0

    company = Company(inside)
    company.sit(living)


def test_what_the_room_opens_next_is_made_ready_before(inside: Inside, timers: Timers) -> None:
    async def living(company: Company) -> None:
        await company.to("insight")
        stand, made = company.page.query_one(Stand), 0
        for stop in agenda_of(company.desk.pack.script("group"))[3:]:
            before = len(stand.children)
            await timers.advance(2.0)
            await company.guest.settle()
            ready = len(stand.children)
            made += ready - before
            await company.to(stop.step)
            assert len(stand.children) == ready
        assert made > 4

    Company(inside).sit(living)


def test_many_changes_in_one_turn_cost_one_look(
    inside: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def living(company: Company) -> None:
        looks = 0
        look = type(company.page).look

        async def counted(page: object) -> None:
            nonlocal looks
            looks += 1
            await look(page)  # type: ignore[arg-type]

        monkeypatch.setattr(type(company.page), "look", counted)
        await company.lead(Extend(), Extend(), OpenSharing(), Extend(-5))
        assert looks == 1

    Company(inside).sit(living)
