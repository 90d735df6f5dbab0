"""The room's menu: sharing with a preview, taking back, board, buddies, wishes, refusals."""

from datetime import date
from typing import get_args

from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.screens.group.company import Company
from tests.screens.group.hour import DO, live_to

from nowwhat.group.commands import (
    AskBuddy,
    CloseSharing,
    Hide,
    OpenSharing,
    Pair,
    Remove,
    Share,
    WantBuddy,
)
from nowwhat.group.pace import Forward
from nowwhat.group.refusing import Reason
from nowwhat.packs.filling import fill
from nowwhat.sitting.attending import asked_of

MENU = WORDS.room_menu
SENTENCE = "I thought I was the only one"


async def share_sentence(company: Company, *ways: str) -> None:
    guest = company.guest
    await guest.press("f7")
    await guest.choose(MENU.share_sentence)
    await guest.write(SENTENCE)
    for way in ways:
        await guest.choose(way)


def test_a_sentence_is_seen_as_others_will_see_it_before_it_is_shared_and_taken_back(
    inside: Inside,
) -> None:
    async def living(company: Company) -> None:
        guest = company.guest
        await company.lead(Forward(), OpenSharing())
        await share_sentence(company, MENU.with_name)
        assert guest.sees(f"Ada: {SENTENCE}")
        assert MENU.preview in guest.said
        assert not company.room.shared
        await guest.choose(MENU.yes)
        (item,) = company.room.shared
        assert (item.text, item.named, item.kind, item.place) == (
            SENTENCE, True, "sentence", "board",
        )  # fmt: skip
        assert company.line.startswith(MENU.shared)
        await guest.press("f7")
        await guest.choose(MENU.board)
        assert guest.sees(fill(MENU.item_mine, {"text": f"Ada: {SENTENCE}"}))
        await guest.press("escape", "f7")
        await guest.choose(MENU.take_back)
        assert not company.room.shared
        assert company.line.startswith(MENU.taken_back)

    Company(inside).sit(living)


def test_no_name_is_the_first_way_and_leaving_the_preview_shares_nothing(inside: Inside) -> None:
    async def living(company: Company) -> None:
        guest = company.guest
        await company.lead(Forward(), OpenSharing())
        await share_sentence(company)
        assert guest.marked == MENU.without_name
        await guest.press("enter")
        assert guest.sees(SENTENCE)
        assert not guest.sees(f"Ada: {SENTENCE}")
        await guest.press("escape")
        assert not company.room.shared
        assert guest.place == "RoomSession"

    Company(inside).sit(living)


def test_only_a_promised_action_is_offered_and_it_goes_as_it_was_promised(inside: Inside) -> None:
    async def living(company: Company) -> None:
        guest = company.guest
        await live_to(company, "alone")
        await guest.press("f7")
        assert MENU.share_action not in guest.offered
        await guest.press("escape")
        company.open("commit")
        await company.lead(OpenSharing())
        await guest.choose("I will")
        await guest.press("f7")
        await guest.choose(MENU.share_action)
        await guest.choose(MENU.without_name)
        await guest.choose(MENU.yes)
        (item,) = company.room.shared
        assert (item.text.casefold(), item.named, item.kind) == (DO.casefold(), False, "action")

    Company(inside).sit(living)


def test_who_gave_no_name_is_not_asked_about_it(inside: Inside) -> None:
    async def living(company: Company) -> None:
        await company.lead(Forward(), OpenSharing())
        await share_sentence(company)
        assert MENU.preview in company.guest.said

    Company(inside, name="").sit(living)


def test_buddies_see_what_is_theirs_alone_and_the_day(inside: Inside) -> None:
    async def living(company: Company) -> None:
        guest = company.guest
        await company.lead(Forward())
        await guest.press("f7")
        await guest.choose(MENU.want_buddy)
        assert company.me.wants_buddy
        company.ask(WantBuddy(), 2)
        company.ask(Pair(3))
        company.ask(Share("ring the bank", "action", place="buddy"), 2)
        company.ask(AskBuddy(date(2026, 3, 5)), 2)
        await guest.settle()
        assert company.line.startswith(WORDS.room.buddies)
        await share_sentence(company, MENU.with_name)
        assert MENU.preview_buddy in guest.said
        await guest.choose(MENU.yes)
        assert [item.place for item in company.room.shared if item.by == 1] == ["buddy"]
        await guest.press("f7")
        await guest.choose(MENU.buddies)
        assert guest.sees("Ben ring the bank Will ask you on Thursday, 05 March.")
        await guest.choose(MENU.ask_day)
        await guest.write("on Friday")
        assert company.me.asks_on == date(2026, 3, 6)
        await guest.press("f7")
        await guest.choose(MENU.want_no_buddy)
        assert not company.link.view().buddies

    Company(inside).sit(living)


def test_a_word_afterwards_is_asked_for_by_oneself_and_taken_back(inside: Inside) -> None:
    async def living(company: Company) -> None:
        guest = company.guest
        await guest.press("f7")
        await guest.choose(MENU.speak)
        assert company.me.wants_to_speak
        await guest.press("f7")
        await guest.choose(MENU.speak_no)
        assert not company.me.wants_to_speak

    Company(inside).sit(living)


def test_what_the_room_refuses_meanwhile_is_said_in_words(inside: Inside) -> None:
    async def living(company: Company) -> None:
        guest = company.guest
        await company.lead(Forward(), OpenSharing())
        await share_sentence(company, MENU.without_name)
        await company.lead(CloseSharing())
        await guest.choose(MENU.yes)
        assert company.line.startswith(WORDS.room_refused.closed)
        await guest.press("f7")
        await guest.choose(MENU.share_sentence)
        assert company.line.startswith(MENU.board_closed)

    Company(inside).sit(living)


def test_every_refusal_has_words_and_so_has_a_room_that_is_gone(inside: Inside) -> None:
    refused = WORDS.room_refused
    assert {*get_args(Reason), "gone"} == set(refused.__struct_fields__)
    company = Company(inside)
    link = company.link
    assert asked_of(link, Share("a", "action"), refused) == refused.out_of_turn
    company.hub.close("pond-lamp-chair")
    assert asked_of(link, Share("a", "action"), refused) == refused.gone


def test_what_was_taken_from_view_is_seen_by_whoever_shared_it(inside: Inside) -> None:
    async def living(company: Company) -> None:
        await company.lead(Forward(), OpenSharing())
        company.ask(Share("ring", "action"), 1)
        company.ask(Share("walk", "action"), 2)
        mine, other = (item.id for item in company.room.shared)
        await company.lead(Hide(mine), Hide(other))
        await company.guest.press("f7")
        await company.guest.choose(MENU.board)
        assert company.guest.sees(fill(MENU.item_hidden, {"text": "ring"}))
        assert not company.guest.sees("walk")

    Company(inside).sit(living)


def test_the_menu_is_in_the_palette_and_in_the_help(inside: Inside) -> None:
    async def living(company: Company) -> None:
        await company.guest.press("f1")
        assert WORDS.room.key_told in company.guest.said
        await company.guest.press("escape")
        commands = company.app.get_system_commands(company.guest.screen)
        assert WORDS.room.key_told in [command.title for command in commands]

    Company(inside).sit(living)


def test_the_words_that_bring_one_back_stand_in_the_lobby_and_behind_the_rooms_key(
    inside: Inside,
) -> None:
    back = fill(WORDS.room.back, {"words": "pear sand rosemary"})

    async def living(company: Company) -> None:
        guest = company.guest
        assert guest.sees(back)
        await company.lead(Forward())
        assert not guest.sees("pear sand rosemary")
        await guest.press("f7")
        assert guest.sees(back)
        await guest.press("escape")
        await company.lead(Remove(1))
        await guest.press("f7")
        assert not guest.sees("pear sand rosemary"), "there is no way back"

    Company(inside, back="pear sand rosemary").sit(living)
