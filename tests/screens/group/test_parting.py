"""Leaving a room: with or without an action, alone, taken out, dropped and back."""

import pytest
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.screens.group.company import CODE, Company
from tests.screens.group.hour import DO, INSIGHT, live_to

from nowwhat.group.commands import Drop, End, OpenSharing, Remove, Return
from nowwhat.group.pace import Backward

END = WORDS.room_end


def lines_of(parting: object) -> str:
    assert parting is not None
    return "\n".join(parting.lines)  # type: ignore[attr-defined]


def test_the_hour_ends_with_the_card_and_what_is_taken_along_is_printed(inside: Inside) -> None:
    async def living(company: Company) -> None:
        guest = company.guest
        await live_to(company, "card")
        assert guest.step == "card"
        await guest.choose(WORDS.carry.done)
        await company.lead(End())
        assert WORDS.room.over_ask in guest.said
        assert company.line == WORDS.room.over
        await guest.press("escape")
        assert END.over in guest.said
        await guest.choose(END.card)
        assert guest.marked == END.card_yes
        await guest.choose(END.whole)
        await guest.choose(END.leave)

    company = Company(inside)
    parting = company.sit(living)
    printed = lines_of(parting)
    assert parting is not None
    assert parting.status == 0
    assert DO.capitalize() in printed
    assert INSIGHT in printed
    assert "I breathe out twice" in printed
    assert [action.text.casefold() for action in company.desk.journal.actions()] == [DO.casefold()]


def test_who_leaves_at_the_end_without_an_action_is_not_held_and_owes_nothing(
    inside: Inside,
) -> None:
    async def living(company: Company) -> None:
        await live_to(company, "insight")
        company.open("card")
        await company.lead(End())
        await company.guest.press("escape")
        assert END.card not in company.guest.offered
        assert END.keep not in company.guest.offered
        await company.guest.choose(END.leave)

    company = Company(inside)
    parting = company.sit(living)
    assert parting is not None
    assert (parting.status, parting.lines) == (0, (END.left,))
    assert INSIGHT not in lines_of(parting)
    assert not company.desk.journal.actions()


def test_who_has_no_action_is_shown_no_empty_card(inside: Inside) -> None:
    async def living(company: Company) -> None:
        await live_to(company, "insight")
        await company.to("card")
        guest = company.guest
        assert guest.step == "card"
        assert [*guest.offered] == [WORDS.carry.done]
        ask = company.desk.pack.script("group").step("card").ask[0]
        assert not guest.sees(ask)
        assert not guest.sees(WORDS.card.plank_none)
        await guest.choose(WORDS.carry.done)
        assert guest.sees(WORDS.waiting.ask)

    Company(inside).sit(living)


def test_what_is_kept_is_kept_by_choice_and_once_all_is_in_the_journal(inside: Inside) -> None:
    kept: list[int] = []

    async def living(company: Company) -> None:
        await live_to(company, "commit")
        await company.guest.press("escape")
        await company.guest.choose(END.keep)
        await company.guest.choose(END.leave)

    company = Company(inside)
    journal = company.desk.journal
    parting = company.sit(living, keep=lambda: kept.append(len(journal.actions())))
    assert kept == [1]
    assert END.kept in lines_of(parting)
    assert company.me.presence == "left"


def test_leaving_asks_and_staying_is_as_good(inside: Inside) -> None:
    async def living(company: Company) -> None:
        await company.to("insight")
        await company.guest.type("I wa")
        await company.guest.press("escape")
        assert END.ask in company.guest.said
        await company.guest.press("escape")
        assert company.field.text == "I wa"
        assert company.me.presence == "here"
        await company.guest.press("escape")
        await company.guest.choose(END.whole)
        await company.guest.choose(END.leave)

    assert "Begun: I wa" in lines_of(Company(inside).sit(living))


def test_one_may_go_on_alone_with_all_that_was_written(inside: Inside) -> None:
    async def living(company: Company) -> None:
        guest = company.guest
        await live_to(company, "insight")
        await guest.press("f7")
        await guest.choose(WORDS.room_menu.alone)
        assert company.me.presence == "left"
        assert company.line == ""
        await company.lead(Backward())
        await guest.press("f7")
        assert guest.place == "RoomSession"
        assert guest.step == "pause"
        await guest.press("escape")
        await guest.choose(WORDS.leaving.leave)
        await guest.choose(END.whole)
        await guest.choose(END.leave)

    assert INSIGHT in lines_of(Company(inside).sit(living))


def test_who_is_taken_out_is_told_calmly_and_keeps_their_words(inside: Inside) -> None:
    async def living(company: Company) -> None:
        guest = company.guest
        await live_to(company, "insight")
        await company.lead(Remove(1))
        assert company.line == WORDS.room.removed
        assert WORDS.room.removed_ask in guest.said
        await guest.press("f7")
        await guest.choose(WORDS.room_menu.alone)
        assert guest.step == "pause"

    Company(inside).sit(living)


def test_a_room_that_goes_leaves_the_page_where_it_is(inside: Inside) -> None:
    async def living(company: Company) -> None:
        await company.to("insight")
        await company.guest.type("I wa")
        company.time = 8000
        company.hub.expire()
        await company.guest.settle()
        assert company.line == WORDS.room.over
        assert company.field.text == "I wa"
        await company.guest.press("f7")
        await company.guest.choose(WORDS.room_menu.alone)
        assert company.guest.step == "welcome"
        await company.guest.press("enter", "enter")
        assert company.guest.step == "insight"
        assert company.field.text == "I wa"

    Company(inside).sit(living)


def test_whose_line_drops_is_back_with_all_that_was_half_written(inside: Inside) -> None:
    company = Company(inside)

    async def before(company: Company) -> None:
        await live_to(company, "welcome")
        await company.to("insight")
        await company.guest.type("I wait un")
        company.page.keep()
        company.ask(Drop(), 1)

    async def after(company: Company) -> None:
        assert company.guest.step == "insight"
        assert company.field.text == "I wait un"

    company.sit(before)
    company.ask(Return("t1"), "newcomer")
    company.sit(after)
    company.ask(Drop(), 1)
    company.open("pause")
    company.ask(Return("t1"), "newcomer")

    async def later(company: Company) -> None:
        assert company.guest.step == "pause"
        await company.guest.press("f3", "f3")
        assert company.field.text == "I wait un"

    company.sit(later)


SENTINEL = "zyzzyva"


@pytest.mark.parametrize("shares", [False, True])
def test_nothing_that_is_typed_enters_the_room_unless_it_is_shared(
    inside: Inside, shares: bool
) -> None:
    async def living(company: Company) -> None:
        guest = company.guest
        await company.to("insight")
        await guest.write(f"{SENTINEL} is all I know")
        await guest.press("9", "enter", "f2", "escape")
        await company.to("pause")
        await guest.choose("Just sit")
        await guest.press("3", "enter")
        await company.to("action")
        await guest.write(f"write {SENTINEL} on a card today")
        await guest.choose("Uncomfortable at most")
        await company.to("when")
        await guest.type(f"at {SENTINEL}")
        company.time += 5
        await company.to("obstacle")
        await guest.write(SENTINEL)
        await guest.write(SENTINEL)
        await company.to("commit")
        await guest.choose("I will")
        if shares:
            await company.lead(OpenSharing())
            await guest.press("f7")
            await guest.choose(WORDS.room_menu.share_action)
            await guest.choose(WORDS.room_menu.without_name)
            await guest.choose(WORDS.room_menu.yes)
        await guest.press("escape")
        await guest.choose(END.leave)

    company = Company(inside)
    company.sit(living)
    assert len(company.seen) > 10
    assert any(SENTINEL.encode() in each for each in company.seen) is shares
    assert CODE.encode() in company.seen[-1]


def test_one_key_too_many_on_the_way_out_loses_nobody_their_words(inside: Inside) -> None:
    async def living(company: Company) -> None:
        guest = company.guest
        await company.to("insight")
        await guest.press("escape")
        assert guest.sees(f"▎ 1 {END.leave}"), "there is nothing to lose"
        await guest.press("escape")
        await guest.write("I keep quiet")
        await guest.press("escape", "enter")
        seen = [company.me.presence]
        await guest.press("escape", "1", "enter")
        assert [*seen, company.me.presence] == ["here", "left"]

    Company(inside).sit(living)
