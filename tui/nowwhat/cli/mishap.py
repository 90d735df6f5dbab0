"""A bug: a trace of types, files and lines, without a word that a person wrote."""

import traceback
from pathlib import Path

from nowwhat.cli.surroundings import Surroundings


def tell_of_mishap(error: BaseException, around: Surroundings) -> str:
    """Write the trace and give the sentence that tells of it.

    Never the error's own text, never local values: both may hold what a person wrote.
    """
    sentence = "Something went wrong inside nowwhat. What you had answered is kept."
    try:
        from nowwhat.store.naming import TRACE  # noqa: PLC0415 - inside, as it too may fail

        folder = around.paths.data
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / TRACE
        path.touch(mode=0o600, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{around.clock.now().at.isoformat()}\n{outline(error)}\n")
    except Exception:  # noqa: BLE001 - telling of a bug must not be the next one
        return sentence
    return f"{sentence} A trace without your words is in {path}."


def outline(error: BaseException) -> str:
    """Outline an error and what led to it: types, files and lines, nothing else."""
    lines = []
    current: BaseException | None = error
    while current is not None:
        lines.append(type(current).__name__)
        frames = traceback.extract_tb(current.__traceback__)
        lines += [f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in frames]
        current = current.__cause__ or current.__context__
    return "\n".join(lines)
