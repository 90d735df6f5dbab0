"""What drafts promise, on a disk and in memory alike."""

import pytest
from tests.store.samples import Place

from nowwhat.store import LockedError, MissingDraftError, TakenDraftError


def test_there_are_no_drafts_at_first(place: Place) -> None:
    assert place.drafts().ids() == ()


def test_a_saved_draft_is_there_for_the_next_program(place: Place) -> None:
    with place.drafts().create("s1"):
        place.drafts()  # another program looks, and takes nothing
    drafts = place.drafts()
    with drafts.create("s1"):
        drafts.save("s1", b"one")
        drafts.save("s1", b"\x00\xff two")
    assert place.drafts().ids() == ("s1",)
    assert place.drafts().load("s1") == b"\x00\xff two"


def test_drafts_are_listed_oldest_first(place: Place) -> None:
    for draft_id in ("s3", "s1", "s2"):
        place.drafts().save(draft_id, b"x")
    assert place.drafts().ids() == ("s1", "s2", "s3")


def test_a_claimed_draft_cannot_be_claimed_again(place: Place) -> None:
    place.drafts().save("s1", b"x")
    with place.drafts().claim("s1") as claim, pytest.raises(LockedError, match="another nowwhat"):
        place.drafts().claim(claim.draft_id)
    place.drafts().claim("s1").release()


def test_an_id_that_is_being_created_cannot_be_created_again(place: Place) -> None:
    drafts = place.drafts()
    with drafts.create("s1"), pytest.raises(LockedError):
        place.drafts().create("s1")


def test_a_draft_that_exists_is_not_created_again(place: Place) -> None:
    place.drafts().save("s1", b"x")
    with pytest.raises(TakenDraftError, match="exists already"):
        place.drafts().create("s1")
    place.drafts().claim("s1").release()


def test_a_draft_that_does_not_exist_is_not_claimed(place: Place) -> None:
    with pytest.raises(MissingDraftError):
        place.drafts().claim("s1")
    place.drafts().create("s1").release()


def test_other_drafts_stay_free_while_one_is_claimed(place: Place) -> None:
    mine, other = place.drafts(), place.drafts()
    with mine.create("s1"), other.create("s2"):
        mine.save("s1", b"mine")
        other.save("s2", b"other")
    assert place.drafts().ids() == ("s1", "s2")


def test_a_claim_can_be_released_twice(place: Place) -> None:
    claim = place.drafts().create("s1")
    claim.release()
    with place.drafts().create("s1"):
        claim.release()
        with pytest.raises(LockedError):
            place.drafts().create("s1")


def test_a_claimed_draft_can_be_looked_into(place: Place) -> None:
    drafts = place.drafts()
    with drafts.create("s1"):
        drafts.save("s1", b"x")
        assert place.drafts().load("s1") == b"x"


def test_a_dropped_draft_is_gone(place: Place) -> None:
    place.drafts().save("s1", b"x")
    place.drafts().drop("s1")
    place.drafts().drop("s1")
    assert place.drafts().ids() == ()
    with pytest.raises(MissingDraftError, match="s1"):
        place.drafts().load("s1")


def test_a_draft_set_aside_is_out_of_the_way_under_a_dated_name(place: Place) -> None:
    place.drafts().save("s1", b"one")
    assert place.drafts().set_aside("s1").endswith("s1-damaged-20250131-090507.json")
    assert place.drafts().ids() == ()
    place.drafts().save("s1", b"two")
    assert place.drafts().set_aside("s1").endswith("s1-damaged-20250131-090507-2.json")
    with pytest.raises(MissingDraftError):
        place.drafts().set_aside("s1")


@pytest.mark.parametrize("draft_id", ["", ".", "..", "../s1", "a/b", "a.json", "ä", "s1-damaged-x"])
def test_an_id_that_is_no_safe_name_is_refused(place: Place, draft_id: str) -> None:
    with pytest.raises(ValueError, match="letters, digits"):
        place.drafts().create(draft_id)
    with pytest.raises(ValueError, match="letters, digits"):
        place.drafts().save(draft_id, b"x")
