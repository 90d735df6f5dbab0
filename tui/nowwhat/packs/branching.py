"""What a step's one condition owes: an earlier step, one test, a value that step can have."""

from collections.abc import Iterator, Mapping

from nowwhat.packs.decode import Place
from nowwhat.packs.faults import Fault, nearest
from nowwhat.session.records import Outcome
from nowwhat.session.script import Breathe, Choose, Condition, Do, Rate, Review, Step

ENDINGS: Mapping[type, frozenset[str]] = {
    Breathe: frozenset({"stayed", "left", "declined"}),
    Do: frozenset({"done", "part", "later"}),
    Review: frozenset(map(str, Outcome)),
}
"""The answers of the kinds whose answers are fixed."""


def condition_faults(
    step: Step, place: Place, earlier: Mapping[str, Step], every: list[str]
) -> Iterator[Fault]:
    """List what a step's condition owes.

    Args:
        step: The step.
        place: Where it stands.
        earlier: The steps before it, by id.
        every: The ids of all steps.
    """
    condition = step.only_if
    if condition is None:
        return
    if bool(condition.answer) == bool(condition.fact):
        yield place.fault("only_if", "one of answer and fact, not both, not neither")
    elif condition.answer:
        yield from _answer_faults(condition, place, earlier, every)
    elif _tests(condition):
        yield place.fault("only_if", "nothing beside a fact")


def _answer_faults(
    condition: Condition, place: Place, earlier: Mapping[str, Step], every: list[str]
) -> Iterator[Fault]:
    asked = earlier.get(condition.answer)
    if asked is None:
        there = condition.answer in every
        found = "which comes later" if there else f"which is none{nearest(condition.answer, every)}"
        yield place.fault("only_if.answer", f"an earlier step, not {condition.answer!r}, {found}")
        return
    tests = _tests(condition)
    if len(tests) != 1:
        given = ", ".join(tests) or "none"
        wanted = "one test (is, at_least, at_most, given, risen_from)"
        yield place.fault("only_if", f"{wanted}, not {given}")
        return
    yield from _test_faults(condition, tests[0], asked, place, earlier)


def _test_faults(
    condition: Condition, test: str, asked: Step, place: Place, earlier: Mapping[str, Step]
) -> Iterator[Fault]:
    key = f"only_if.{test}"
    if test == "is":
        known = _values(asked)
        if not known:
            yield place.fault(key, f"a test that fits {asked.id!r}, which has no options")
        for value in condition.is_:
            if known and value not in known:
                found = f"not {value!r}{nearest(value, sorted(known))}"
                yield place.fault(key, f"an answer of {asked.id!r}, {found}")
    elif test != "given":
        if not isinstance(asked, Rate):
            yield place.fault(key, f"a test that fits {asked.id!r}, which is no rating")
        elif not 0 <= (condition.at_least or condition.at_most or 0) <= asked.top:
            yield place.fault(key, f"a number from 0 to {asked.top}")
        if test == "risen_from" and not isinstance(earlier.get(condition.risen_from), Rate):
            yield place.fault(key, f"an earlier rating, not {condition.risen_from!r}")


def _tests(condition: Condition) -> list[str]:
    tests = {
        "is": bool(condition.is_),
        "at_least": condition.at_least is not None,
        "at_most": condition.at_most is not None,
        "given": condition.given is not None,
        "risen_from": bool(condition.risen_from),
    }
    return [name for name, there in tests.items() if there]


def _values(step: Step) -> frozenset[str]:
    if isinstance(step, Choose):
        return frozenset(option.id for option in step.options)
    return ENDINGS.get(type(step), frozenset())
