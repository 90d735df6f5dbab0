"""Scripts as values: the steps of a session, in order, each with its words and its condition."""

from typing import Literal

import msgspec

Depth = Literal["short", "full"]
Fact = Literal["night", "repeatable", "breath_unasked", "feared"]
"""What may be known before a session: it is night; there is an action to repeat; the person has
not yet said whether noticing the breath helps them; they feared something of the action that they
account for."""

Words = tuple[str, ...]
"""Alternatives of one wording: a visit sees one of them."""


class Condition(
    msgspec.Struct,
    frozen=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    rename={"is_": "is"},
):
    """One condition on one earlier answer, or on one fact; the only branching there is.

    Exactly one of `answer` and `fact` is given; with `answer`, exactly one test.

    Attributes:
        answer: Id of the earlier step. Unanswered steps fulfil nothing but `given = false`.
        fact: A fact that must hold.
        is_: The answer is one of these options, outcomes or endings.
        at_least: The rating is this or more.
        at_most: The rating is this or less.
        given: Something was answered, or nothing was.
        risen_from: Id of an earlier rating: this one is higher by `by` or more.
        by: See `risen_from`.
    """

    answer: str = ""
    fact: Fact | Literal[""] = ""
    is_: tuple[str, ...] = ()
    at_least: int | None = None
    at_most: int | None = None
    given: bool | None = None
    risen_from: str = ""
    by: int = 2


class Option(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One thing to choose.

    Attributes:
        id: Its name in its step.
        words: What is said of it.
        hint: A word more.
        fact: What has to be so for it to be there.
        breath: It leads to the breath; it comes last for somebody whom that makes feel worse.
    """

    id: str
    words: str
    hint: str = ""
    fact: Fact | Literal[""] = ""
    breath: bool = False


class StepBase(
    msgspec.Struct,
    frozen=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    kw_only=True,
):
    """What every step has.

    Attributes:
        id: Stable name within its script.
        says: Said before the question, a paragraph each.
        ask: The question; one of the alternatives.
        hint: A word of help below it.
        depth: `full` where only the full form has it.
        only_if: When it is asked; always, where there is none.
        notes: For a facilitator.
        minutes: For a facilitator's agenda: a step that has some is a stop, which the facilitator
            opens; those after it up to the next stop are gone through at one's own pace.
    """

    id: str
    says: tuple[str, ...] = ()
    ask: Words = ()
    hint: str = ""
    depth: Depth = "short"
    only_if: Condition | None = None
    notes: str = ""
    minutes: float = 0


class Read(StepBase, frozen=True, kw_only=True, tag="read"):
    """Something to read; one goes on."""


class Note(StepBase, frozen=True, kw_only=True, tag="note"):
    """A line or a few in the person's words.

    Attributes:
        keeps: What the words are, for the journal; a `ladder` is what lies at its top.
        optional: Nothing may be written.
    """

    keeps: Literal[
        "insight", "feared", "noticed", "happened", "obstacle", "ladder", "rung", "answer"
    ] = "answer"
    optional: bool = False


class Rate(StepBase, frozen=True, kw_only=True, tag="rate"):
    """A whole number from 0 to `top`, with words at both ends.

    Attributes:
        keeps: What it rates, for the journal; a `rung` is the one that was noted last.
        low: What 0 means.
        high: What `top` means.
        top: 10, or 100 for a likelihood.
    """

    keeps: Literal["before", "after", "most", "confidence", "likely", "rung", "answer"] = "answer"
    low: str
    high: str
    top: Literal[10, 100] = 10


class Choose(StepBase, frozen=True, kw_only=True, tag="choose"):
    """One of a few options.

    Attributes:
        keeps: What the choice is, for the journal and the sitting: `door` opens its starters,
            `breath` is remembered as whether noticing the breath helps, `next` says what shall
            become of an action that is not done, `again` whether to repeat one that is, `hurt`
            sets the action aside if someone could be hurt by it.
        options: At least two.
    """

    keeps: Literal["door", "breath", "side", "came_true", "again", "next", "hurt", "answer"] = (
        "answer"
    )
    options: tuple[Option, ...]


class Breathe(StepBase, frozen=True, kw_only=True, tag="breathe"):
    """A breathing, or a grounding read phase by phase; an offer, which can be left or declined.

    Attributes:
        pattern: Id of the pattern that is offered first.
        others: Ids of those that may be had instead.
        seconds: How long at first, in seconds.
    """

    pattern: str
    others: tuple[str, ...] = ()
    seconds: int = 60


class Act(StepBase, frozen=True, kw_only=True, tag="act"):
    """One concrete, safe action; the latest one on the way is the one that is committed to.

    Attributes:
        starters: Where the starters come from: the `door` that was chosen; a door by its id;
            `again`, the person's own earlier actions; `ladder`, the rungs written just now;
            `smaller`, fractions of the present action.
    """

    starters: str = "door"


class Plan(StepBase, frozen=True, kw_only=True, tag="plan"):
    """One part of the plan around the action.

    Attributes:
        part: Which one; `obstacle` and `response` make the if-then.
        offers: A few answers to choose from instead of writing one.
        optional: Nothing may be written.
    """

    part: Literal["when", "where", "how_long", "towards", "obstacle", "response"]
    offers: tuple[str, ...] = ()
    optional: bool = False


class Commit(StepBase, frozen=True, kw_only=True, tag="commit"):
    """The plan read back as one sentence, and "I will"."""


class Do(StepBase, frozen=True, kw_only=True, tag="do"):
    """Act now, beside a quiet timer of `seconds`."""

    seconds: int = 300


class Review(StepBase, frozen=True, kw_only=True, tag="review"):
    """What became of an earlier action; its four options are the four outcomes."""

    options: tuple[Option, ...]


class Card(StepBase, frozen=True, kw_only=True, tag="card"):
    """What one takes along: the bridge, with a plank for each action tried."""


Step = Read | Note | Rate | Choose | Breathe | Act | Plan | Commit | Do | Review | Card


class Script(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A session as it is written down.

    Attributes:
        id: Its name on the command line.
        title: Its name for people.
        summary: One line on what it is for.
        role: A `session` ends on a committed action; a `checkin` ends on an account of one.
        setting: `group`: a facilitator sets its pace, from stop to stop; nobody begins it alone.
        minutes: How long it takes, in its short and its full form.
        steps: In order. A step whose condition does not hold is passed over.
    """

    id: str
    title: str
    summary: str
    steps: tuple[Step, ...]
    role: Literal["session", "checkin"] = "session"
    setting: Literal["alone", "group"] = "alone"
    minutes: tuple[float, float] = (5, 10)

    def step(self, step_id: str) -> Step:
        """Find a step by its id.

        Raises:
            KeyError: There is none.
        """
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)

    @property
    def takes_insight(self) -> bool:
        """Whether a new insight is noted in it."""
        return any(isinstance(step, Note) and step.keeps == "insight" for step in self.steps)
