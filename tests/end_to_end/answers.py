"""What a person answers in whole sittings: the step that asks, and the line they type.

Choices are made by the ids of their options, which are there to stay, as numbers are not. A
breathing takes two lines: one begins it, one leaves it. What the first session of all is asked and
no later one (whether the breath helps) is in `FIRST_TIME`.
"""

from nowwhat.session.script import Depth

Answers = tuple[tuple[str, str], ...]

INSIGHT = "I go quiet when someone is cross"
ACTION = "Wash one plate"
WHEN = "after supper"

BRIDGE: Answers = (
    ("insight", INSIGHT),
    ("discomfort", "6"),
    ("breath_helps", "helps"),
    ("pause", "breathe"),
    ("breathe", "\n"),
    ("after", "4"),
    ("door", "fraction"),
    ("action", ACTION),
    ("hurt", "uncomfortable"),
    ("when", WHEN),
    ("obstacle", "I feel too tired"),
    ("response", "I wash one fork"),
    ("commit", "I will"),
    ("start", "later"),
)

BRIDGE_FULL: Answers = (
    ("insight", INSIGHT),
    ("discomfort", "5"),
    ("breath_helps", "worse"),
    ("pause", "go_on"),
    ("door", "differently"),
    ("idea_one", "they may have had a hard day"),
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
    ("start", "later"),
)

TWO_MINUTES: Answers = (
    ("line", "the letter on the table"),
    ("pause", "go_on"),
    ("action", "Drink a glass of water"),
    ("when", "now"),
    ("commit", "I will"),
)

REP: Answers = (
    ("breath_helps", "helps"),
    ("action", "Say hello to one person on my street"),
    ("hurt", "uncomfortable"),
    ("feared", "they will not answer"),
    ("likely", "70"),
    ("before", "6"),
    ("pause", "go_on"),
    ("when", "now"),
    ("commit", "I will"),
    ("do", "done"),
    ("came_true", "no"),
    ("happened", "they said good morning"),
    ("most", "7"),
    ("after", "3"),
)

STUCK: Answers = (
    ("round", "the same row with my sister"),
    ("door", "reach"),
    ("action", "Call a doctor's office to ask for an appointment"),
    ("when", "after breakfast tomorrow"),
    ("obstacle", "the line is busy"),
    ("response", "I dial again after lunch"),
    ("commit", "I will"),
)

LADDER: Answers = (
    ("top", "the staff meeting"),
    ("rung_one", "Say one sentence in the meeting"),
    ("rating_one", "8"),
    ("rung_two", "Walk past the meeting room"),
    ("rating_two", "2"),
    ("rung_three", "Sit in the empty room for five minutes"),
    ("rating_three", "4"),
    ("rung_four", ""),
    ("action", "Walk past the meeting room"),
    ("hurt", "uncomfortable"),
    ("when", WHEN),
    ("feared", "someone calls me in"),
    ("likely", "30"),
    ("commit", "I will"),
)

SESSIONS: dict[str, tuple[tuple[str, ...], Answers]] = {
    "bridge": ((), BRIDGE),
    "bridge-full": (("--full",), BRIDGE_FULL),
    "two-minutes": (("two-minutes",), TWO_MINUTES),
    "rep": (("rep",), REP),
    "stuck": (("stuck",), STUCK),
    "ladder": (("ladder",), LADDER),
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
    "done": (("outcome", "done"), ("once_more", "no")),
    "done, once more": (
        ("outcome", "done"),
        ("once_more", "yes"),
        ("once_when", "after lunch"),
        ("once_commit", "I will"),
    ),
    "part, smaller": (
        ("outcome", "part"),
        ("got_in_way", "I got tired"),
        ("side", "inside"),
        ("next", "smaller"),
        ("smaller", "Wash one fork"),
        ("hurt", "uncomfortable"),
        ("when", "after lunch"),
        ("response", ""),
        ("commit", "I will"),
    ),
    "notyet, smaller": (
        ("outcome", "notyet"),
        ("got_in_way", "guests came"),
        ("side", "outside"),
        ("next", "smaller"),
        ("smaller", "Wash one fork"),
        ("hurt", "uncomfortable"),
        ("when", "after lunch"),
        ("response", "I wash it later that day"),
        ("commit", "I will"),
    ),
    "notyet, another time": (
        ("outcome", "notyet"),
        ("got_in_way", ""),
        ("next", "another_time"),
        ("when", "after lunch"),
        ("response", ""),
        ("commit", "I will"),
    ),
    "notyet, another action": (
        ("outcome", "notyet"),
        ("got_in_way", ""),
        ("next", "another_action"),
        ("other", "Walk to the corner of the street"),
        ("hurt", "uncomfortable"),
        ("when", "after lunch"),
        ("response", ""),
        ("commit", "I will"),
    ),
    "notyet, left open": (("outcome", "notyet"), ("got_in_way", ""), ("next", "leave_open")),
    "notyet, let go": (("outcome", "notyet"), ("got_in_way", ""), ("next", "let_go")),
    "letgo": (("outcome", "letgo"),),
}


def lines_of(answers: Answers) -> list[str]:
    """The lines to type, one for each answer; a breathing gives two."""
    return [line for _, answer in answers for line in answer.split("\n")]
