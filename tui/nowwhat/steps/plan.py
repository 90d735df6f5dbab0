"""One part of the plan: a line, or one of a few that are offered; what is done is judged too."""

from nowwhat.steps.gated import Gated


class PlanStep(Gated):
    """Write one part of the plan."""
