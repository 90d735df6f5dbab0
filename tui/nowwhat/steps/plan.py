"""One part of the plan: a line, or one of a few that are offered."""

from nowwhat.steps.writing import Writing


class PlanStep(Writing):
    """Write one part of the plan."""
