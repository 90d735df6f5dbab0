"""The sentence that is read back holds what is promised, and nothing else."""

from tests.end_to_end.inside import Inside

FIRST = (
    *("I always put calls off", "5", "not sure", "go on", "face"),
    *(
        "Write the first sentence of the email",
        "uncomfortable",
        "at 18:00",
        "",
        "I will",
        "as planned",
    ),
)


def test_an_obstacle_with_no_answer_to_it_is_not_read_back(inside: Inside) -> None:
    assert inside.session(typed=FIRST).status == 0
    ran = inside.session(typed=["not yet", "I froze", "inside", "another_time", "after lunch", ""])
    _, _, promise = ran.flat.partition("Your plan, in your words:")
    assert "After lunch: write the first sentence of the email." in promise
    assert "I froze" not in promise
