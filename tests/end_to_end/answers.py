"""What a person answers in whole sittings: the step that asks, and the line they type.

A breathing takes two lines: one begins it, one leaves it. What the first session of all is asked
and no later one (whether the breath helps) is marked by being in `FIRST_TIME`.
"""

from nowwhat.session.script import Depth

Answers = tuple[tuple[str, str], ...]

INSIGHT = "I go quiet when someone is cross"
ACTION = "Wash one plate"
WHEN = "after supper"

BRIDGE: Answers = (
    ("insight", INSIGHT),
    ("discomfort", "6"),
    ("breath_helps", "1"),
    ("pause", "1"),
    ("breathe", "\n"),
    ("after", "4"),
    ("door", "2"),
    ("action", ACTION),
    ("hurt", "1"),
    ("when", WHEN),
    ("obstacle", "I feel too tired"),
    ("response", "I wash one fork"),
    ("commit", "I will"),
    ("start", "2"),
)

BRIDGE_FULL: Answers = (
    ("insight", INSIGHT),
    ("discomfort", "5"),
    ("breath_helps", "2"),
    ("pause", "4"),
    ("door", "3"),
    ("idea_one", "it is not about me"),
    ("idea_two", "they are hungry"),
    ("idea_three", ""),
    ("action", "Write down three ideas about it"),
    ("when", WHEN),
    ("where", "at the kitchen table"),
    ("how_long", "ten minutes"),
    ("towards", "a calmer house"),
    ("obstacle", "the phone rings"),
    ("response", "I let it ring"),
    ("feared", "I will have no idea at all"),
    ("likely", "40"),
    ("confidence", "5"),
    ("smaller", "Write down the worst idea I have about it"),
    ("commit", "I will"),
    ("start", "2"),
)

TWO_MINUTES: Answers = (
    ("line", "the letter on the table"),
    ("pause", "3"),
    ("action", "Drink a glass of water"),
    ("when", "now"),
    ("commit", "I will"),
)

REP: Answers = (
    ("breath_helps", "1"),
    ("action", "Say hello to one person on my street"),
    ("hurt", "1"),
    ("feared", "they will not answer"),
    ("likely", "70"),
    ("before", "6"),
    ("pause", "1"),
    ("when", "now"),
    ("commit", "I will"),
    ("do", "1"),
    ("came_true", "3"),
    ("happened", "they said good morning"),
    ("most", "7"),
    ("after", "3"),
)

STUCK: Answers = (
    ("round", "the same row with my sister"),
    ("door", "2"),
    ("action", "Call a doctor's office to ask for an appointment"),
    ("when", "after breakfast tomorrow"),
    ("obstacle", "the line is busy"),
    ("response", "I dial again after lunch"),
    ("commit", "I will"),
)

SESSIONS: dict[str, tuple[tuple[str, ...], Answers]] = {
    "bridge": ((), BRIDGE),
    "bridge-full": (("--full",), BRIDGE_FULL),
    "two-minutes": (("two-minutes",), TWO_MINUTES),
    "rep": (("rep",), REP),
    "stuck": (("stuck",), STUCK),
}
"""By name: what stands behind `session`, and the answers."""


def script_in(args: tuple[str, ...]) -> str:
    """The script that these arguments name."""
    return next((arg for arg in args if not arg.startswith("-")), "bridge")


def depth_in(args: tuple[str, ...]) -> Depth:
    """The form that these arguments name."""
    return "full" if "--full" in args else "short"


FIRST_TIME = frozenset({"breath_helps"})


def later(answers: Answers) -> Answers:
    """The same answers in a later session."""
    return tuple(pair for pair in answers if pair[0] not in FIRST_TIME)


AGAIN = later(BRIDGE)
"""A later session in the short form; there is a door more, "Do it again", at the end."""

CHECKINS: dict[str, Answers] = {
    "done": (("outcome", "1"), ("once_more", "2")),
    "done, once more": (
        ("outcome", "1"),
        ("once_more", "1"),
        ("once_when", "after lunch"),
        ("once_commit", "I will"),
    ),
    "part, smaller": (
        ("outcome", "2"),
        ("got_in_way", "I got tired"),
        ("side", "1"),
        ("next", "1"),
        ("smaller", "Wash one fork"),
        ("when", "after lunch"),
        ("response", ""),
        ("commit", "I will"),
    ),
    "notyet, smaller": (
        ("outcome", "3"),
        ("got_in_way", "guests came"),
        ("side", "2"),
        ("next", "1"),
        ("smaller", "Wash one fork"),
        ("when", "after lunch"),
        ("response", "I wash it later that day"),
        ("commit", "I will"),
    ),
    "notyet, another time": (
        ("outcome", "3"),
        ("got_in_way", ""),
        ("next", "2"),
        ("when", "after lunch"),
        ("response", ""),
        ("commit", "I will"),
    ),
    "notyet, another action": (
        ("outcome", "3"),
        ("got_in_way", ""),
        ("next", "3"),
        ("other", "Walk to the corner of the street"),
        ("when", "after lunch"),
        ("response", ""),
        ("commit", "I will"),
    ),
    "notyet, left open": (("outcome", "3"), ("got_in_way", ""), ("next", "4")),
    "notyet, let go": (("outcome", "3"), ("got_in_way", ""), ("next", "5")),
    "letgo": (("outcome", "4"),),
}


def lines_of(answers: Answers) -> list[str]:
    """The lines to type, one for each answer; a breathing gives two."""
    return [line for _, answer in answers for line in answer.split("\n")]
