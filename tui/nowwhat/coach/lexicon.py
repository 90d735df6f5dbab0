"""The shape of a pack's `coach.toml`: every word that the coach knows or says."""

from math import inf
from typing import Literal

import msgspec

from nowwhat.session.verdict import Reason

Call = Literal["suicide", "self_harm", "harm_others", "danger", "taken"]
"""The kinds of call for help; `taken`: something has been taken, or someone is hurt."""


class Entry(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """What every table of the file is."""


class Rule(Entry, frozen=True, kw_only=True):
    """Phrases that show something, and phrases that lift it again.

    Attributes:
        phrases: One a line, in the language of `phrases.py`.
        unless: One a line; where one of these is found too, the rule does not hold.
    """

    phrases: str
    unless: str = ""


class Concern(Rule, frozen=True, kw_only=True):
    """One kind of harm.

    Attributes:
        level: `stop` is never planned; `ask` belongs with the right person first.
        words: What is said, one of them a visit.
        right_person: For `ask`: a ready action, "contact the right person about it".
        hears: A call for help that shows this harm as well.
        helped: Asking a professional about it lifts it.
    """

    phrases: str = ""
    hears: Call | Literal[""] = ""
    helped: bool = True
    level: Literal["ask", "stop"]
    words: tuple[str, ...]
    right_person: str = ""


class Cues(Entry, frozen=True, kw_only=True):
    """Phrases that say when and where.

    Attributes:
        when: A time, a day, a deadline, something that happens before.
        where: A place.
        neither: Phrases that look like a time and are none.
        nowhere: The same for a place.
    """

    when: str
    where: str
    neither: str = ""
    nowhere: str = ""


class Acting(Entry, frozen=True, kw_only=True):
    """How a concrete line looks.

    Attributes:
        frames: Words before the action itself: "I will".
        openers: Words at the head that hide neither action nor reason: "please", "then".
        phrases: Ways in which a line names something that a body does.
        order: The reasons, the one that helps most first.
    """

    frames: str
    openers: str = ""
    phrases: str
    order: tuple[Reason, ...]


class Question(Entry, frozen=True, kw_only=True):
    """Wordings for one reason.

    Attributes:
        plain: Without the person's words.
        quoting: With `{words}` in them.
    """

    plain: tuple[str, ...]
    quoting: tuple[str, ...] = ()


class Questions(Entry, frozen=True, kw_only=True):
    """What the coach asks.

    Attributes:
        reasons: Wordings for each reason.
        when: Asked from the third round on, where only the time is missing.
        longest: Characters of a line that may still be quoted.
    """

    reasons: dict[Reason, Question]
    when: Question
    longest: int = 48


class Fraction(Entry, frozen=True, kw_only=True):
    """Smaller steps for one kind of line.

    Attributes:
        phrases: Lines that it fits, from their beginning.
        parts: Three steps, with `{first}` (its first clause), `{verb}` and `{rest}`.
    """

    phrases: str
    parts: tuple[str, str, str]


class Shrinking(Entry, frozen=True, kw_only=True):
    """How a line is made smaller.

    Attributes:
        small: What shows that a line is a fraction already; it is not made smaller again.
        drop: Words of a line that say how long; they are left out.
        clause: Where `{first}` ends, and `{rest}`.
        ends: Where `{rest}` ends too.
        kinds: Kinds of lines, the first that fits being the one.
    """

    small: str
    drop: str
    clause: str
    ends: str
    kinds: tuple[Fraction, ...]


class Readback(Entry, frozen=True, kw_only=True):
    """How a commitment is read back.

    Attributes:
        strip: Words that are taken off before an action, one phrase a line.
        strip_if: Words that are taken off before an obstacle.
        strip_then: Words that are taken off before a response.
        own: Responses that go on from "I", and actions that need no capital letter.
        timed: With `{when}` and `{action}`.
        bare: With `{action}`.
        plan: With `{obstacle}` and `{response}`.
        plan_own: The same for `own` responses.
        obstacle: Where only the obstacle is given.
        response: Where only the response is given.
        response_own: The same for `own` responses.
    """

    strip: str
    strip_if: str
    strip_then: str
    own: str
    timed: str
    bare: str
    plan: str
    plan_own: str
    obstacle: str
    response: str
    response_own: str


class Head(Entry, frozen=True, kw_only=True):
    """The weights for one question.

    Attributes:
        weights: Signed bytes, one a bucket; deflated, base64.
        scale: What one unit of a weight is worth.
        bias: The score before any feature.
        threshold: The score from which the answer is yes.
        floor: The score from which it is yes where a rule says so too.
    """

    weights: str
    scale: float
    bias: float
    threshold: float = inf
    floor: float = -inf


class Learned(Entry, frozen=True, kw_only=True):
    """A linear model, made by `tests/bench/train_coach.py`; nobody writes it by hand.

    Attributes:
        buckets: Size of each table of weights.
        classes: Classes of words that are features.
        nots: Words that turn round the sense of those behind them.
        heads: One table a question.
    """

    buckets: int
    classes: tuple[str, ...]
    nots: str
    heads: dict[str, Head]


class Lexicon(Entry, frozen=True, kw_only=True):
    """Everything.

    Attributes:
        spelling: `im i'm = i am`, one a line: other spellings, and what they stand for.
        words: Classes of words.
        topics: More classes: what a line is about; only the learned model looks at them.
        shapes: Shapes of words that hold a digit, as regular expressions.
        common: Words that are left out when two insights are compared.
        harmless: Idioms; their words are not looked at for safety or care.
        help: Phrases in which somebody who knows about it is asked or told.
        concerns: Kinds of harm, by name; `stop` is looked for before `ask`.
        unclear_ask: The concern of a line that only looks like harm; one of `concerns`.
        unclear_stop: The same, where it looks like grave harm.
        care: Calls for help, the most urgent first.
        cues: When and where.
        acting: How a concrete line looks.
        reasons: How the others look.
        hard: Phrases of insights that are not answered with "That might be true.".
        questions: What is asked.
        shrinking: How a line is made smaller.
        readback: How a commitment is read back.
        learned: A model beside the rules, where the pack has one.
    """

    spelling: str
    words: dict[str, str]
    topics: dict[str, str] = {}
    shapes: dict[str, str]
    common: str
    harmless: str
    help: str
    concerns: dict[str, Concern]
    unclear_ask: str
    unclear_stop: str
    care: dict[Call, Rule]
    cues: Cues
    acting: Acting
    reasons: dict[Reason, Rule]
    hard: str
    questions: Questions
    shrinking: Shrinking
    readback: Readback
    learned: Learned | None = None
