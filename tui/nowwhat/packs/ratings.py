"""Values of ratings that stand for all others: what conditions can hold together, holds at them.

A condition bounds one rating, or the difference of two. Whatever set of such bounds, or of their
opposites, some values fulfil, the greatest such values fulfil too; and each of these is a bound
plus the differences along a path (Cormen and others, Introduction to Algorithms: systems of
difference constraints).
"""

from nowwhat.session.script import Rate, Script

_Edge = tuple[str, str, int]
"""The first rating, plus a number, bounds the second one from above."""


class Ratings:
    """The values at which each rating of a script is tried."""

    def __init__(self, script: Script) -> None:
        """Find them.

        Args:
            script: One that has no fault of its own (`rules.script_faults`).
        """
        self._tops = {step.id: step.top for step in script.steps if isinstance(step, Rate)}
        self._edges: list[_Edge] = []
        bounds: dict[str, set[int]] = {name: {top} for name, top in self._tops.items()}
        for condition in (step.only_if for step in script.steps if step.only_if):
            if condition.at_least is not None:
                bounds[condition.answer].add(condition.at_least - 1)
            if condition.at_most is not None:
                bounds[condition.answer].add(condition.at_most)
            if condition.risen_from:
                later, earlier, by = condition.answer, condition.risen_from, condition.by
                self._edges += [(later, earlier, -by), (earlier, later, by - 1)]
        self._values: dict[str, set[int]] = {name: set() for name in self._tops}
        for name, values in bounds.items():
            for value in values:
                self._follow(name, value, frozenset())

    def of(self, step: Rate) -> tuple[int, ...]:
        """List the values at which a rating is tried, lowest first."""
        return tuple(sorted(self._values[step.id]))

    def _follow(self, name: str, value: int, passed: frozenset[str]) -> None:
        """Keep a value and those that it leads to; beyond the ends others are tighter."""
        if not 0 <= value <= self._tops[name]:
            return
        self._values[name].add(value)
        for here, there, more in self._edges:
            if here == name and there not in passed:
                self._follow(there, value + more, passed | {name})
