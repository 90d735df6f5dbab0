"""Codes: easy to say, compared without a hint, and hard to try."""

from itertools import cycle
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nowwhat.group import codes
from nowwhat.group.codes import LEADER_WORDS, ROOM_WORDS, found, leader_code, room_code, same
from nowwhat.group.tries import IN_ALL, SECONDS, Tries, neighbourhood
from nowwhat.packs.pack import Pack
from nowwhat.packs.resume import LEAST

WORDS = ("amber", "lake", "fox", "birch")


def test_a_code_is_words_that_somebody_chose() -> None:
    turn = cycle(WORDS)
    assert room_code(WORDS, lambda _: next(turn)) == "amber-lake-fox"
    assert leader_code(WORDS, lambda _: next(turn)) == "birch-amber-lake-fox-birch"


def test_a_code_that_another_room_has_is_not_drawn() -> None:
    turn = iter(["amber", "lake", "fox", "fox", "lake", "amber"])
    assert room_code(WORDS, lambda _: next(turn), ["Amber Lake Fox"]) == "fox-lake-amber"


@pytest.mark.parametrize(
    "said",
    ["amber-lake-fox", "Amber Lake Fox", " AMBER_LAKE-FOX ", "amberlakefox", "amber\u2011lake fox"],
)
def test_it_is_heard_however_it_is_typed(said: str) -> None:
    assert same(said, "amber-lake-fox")
    assert found(said, ["birch-fox-lake", "amber-lake-fox", "lake-lake-fox"]) == "amber-lake-fox"


@pytest.mark.parametrize(
    "said", ["", "amber-lake", "amber-lake-fo", "amber-lake-foxx", "lake-amber-fox", "\ud800"]
)
def test_what_is_nearly_right_is_none(said: str) -> None:
    assert not same(said, "amber-lake-fox")
    assert found(said, ["amber-lake-fox"]) is None


def test_it_is_compared_in_constant_time_and_every_room_is_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[tuple[int, int]] = []

    def compare(one: bytes, two: bytes) -> bool:
        compared.append((len(one), len(two)))
        return one == two

    monkeypatch.setattr(codes, "compare_digest", compare)
    assert found("a", ["a", "amber-lake-fox", "b"]) == "a"
    assert compared == [(32, 32)] * 3


def test_the_pack_has_words_enough() -> None:
    words = Pack.find("en").resume_words
    assert len({codes.folded(word) for word in words}) == len(words) >= LEAST
    assert log2(LEAST) * LEADER_WORDS >= 40


def test_a_room_is_found_by_guessing_as_rarely_as_by_forty_bits_tried_without_bound() -> None:
    hours = 4
    tries = Tries()
    heard, now = 0, 0.0
    while now < hours * 3600:
        if tries.may(f"10.0.{heard % 250}.{heard // 250}", now):
            tries.missed(f"10.0.{heard % 250}.{heard // 250}", now)
            heard += 1
            assert heard < 10_000
        else:
            now += 60
    assert heard == IN_ALL * hours * 3600 / SECONDS
    bits = log2(LEAST) * ROOM_WORDS - log2(heard)
    assert bits >= 40 - log2(460 * hours * 3600)


# Tries


def test_one_address_has_so_many_misses_and_others_have_theirs() -> None:
    tries = Tries(by_one=2, in_all=9, seconds=60)
    for now in (0, 10):
        assert tries.may("10.0.0.1", now)
        tries.missed("10.0.0.1", now)
    assert not tries.may("10.0.0.1", 59.9)
    assert tries.may("10.0.0.2", 59.9)
    assert tries.may("10.0.0.1", 60)
    tries.missed("10.0.0.1", 60)
    assert not tries.may("10.0.0.1", 69.9)


def test_all_together_have_so_many() -> None:
    tries = Tries(by_one=2, in_all=3, seconds=60)
    for number in range(3):
        tries.missed(f"10.0.0.{number}", 0)
    assert not tries.may("10.0.0.9", 59)
    assert tries.may("10.0.0.9", 60)


def test_a_right_code_costs_nothing() -> None:
    tries = Tries(by_one=1, in_all=1)
    assert all(tries.may("10.0.0.1", 0) for _ in range(100))


def test_it_is_told_for_how_long_somebody_is_not_heard_and_that_can_be_forgiven() -> None:
    tries = Tries(by_one=2, in_all=4, seconds=60)
    tries.missed("10.0.0.1", 0)
    assert tries.shut_for(0) == 0
    tries.missed("10.0.0.1", 10)
    assert tries.shut_for(10) == 50, "one address is shut out until its first miss is forgotten"
    tries.missed("10.0.0.2", 20)
    tries.missed("10.0.0.3", 30)
    assert tries.shut_for(30) == 30
    tries.forgive()
    assert tries.shut_for(30) == 0
    assert tries.may("10.0.0.1", 30)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 3)), max_size=30))
def test_all_are_heard_again_when_it_was_told_and_not_before(course: list[tuple[int, int]]) -> None:
    tries = Tries(by_one=3, in_all=7, seconds=100)
    now, hosts = 0.0, [f"10.0.0.{number}" for number in range(4)]
    for wait, host in course:
        now += wait
        if tries.may(hosts[host], now):
            tries.missed(hosts[host], now)
    left = tries.shut_for(now)
    assert (left == 0) is all(tries.may(host, now) for host in hosts)
    if left:
        assert not all(tries.may(host, now + left - 0.5) for host in hosts)
    assert all(tries.may(host, now + left) for host in hosts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2001:db8::1", "2001:db8::ffff:1"),
        ("::ffff:10.0.0.1", "10.0.0.1"),
        ("fe80::1%eth0", "fe80::2%eth1"),
    ],
)
def test_one_host_is_counted_once(one: str, other: str) -> None:
    assert neighbourhood(one) == neighbourhood(other)


@pytest.mark.parametrize(
    ("one", "other"), [("2001:db8::1", "2001:db8:0:1::1"), ("10.0.0.1", "10.0.0.2"), ("", "odd")]
)
def test_different_hosts_are_counted_apart(one: str, other: str) -> None:
    assert neighbourhood(one) != neighbourhood(other)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 4)), max_size=60))
def test_never_more_misses_than_are_allowed_in_any_window(course: list[tuple[int, int]]) -> None:
    tries = Tries(by_one=3, in_all=7, seconds=100)
    now, heard = 0, []
    for wait, host in course:
        now += wait
        if tries.may(f"10.0.0.{host}", now):
            tries.missed(f"10.0.0.{host}", now)
            heard.append((now, host))
    for at, _ in heard:
        within = [host for when, host in heard if at <= when < at + 100]
        assert len(within) <= 7
        assert all(within.count(host) <= 3 for host in within)
