"""One part of the plan: a line, or one of a few that are offered; what is done is judged too."""

from nowwhat.sitting.prompt import Gate
from nowwhat.steps.gated import Gated


class PlanStep(Gated):
    """Write one part of the plan."""

    def ready_in(self, gate: Gate) -> tuple[str, ...]:
        """None: what is ready is a whole action, and no part of a plan."""
        del gate
        return ()
