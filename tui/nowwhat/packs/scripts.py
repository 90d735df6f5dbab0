"""Reading a script: its shape, what its steps owe each other, and the proof over its graph."""

from collections.abc import Iterator
from typing import Any, get_args

from nowwhat.packs.decode import Place, Table, decode
from nowwhat.packs.faults import Fault, PackError, nearest
from nowwhat.packs.proof import proof_faults
from nowwhat.packs.rules import Names, script_faults
from nowwhat.session.script import Script, Step

KINDS: dict[str, type[Any]] = {  # Any: the members of a union have no common type to name
    str(kind.__struct_config__.tag): kind for kind in get_args(Step)
}
"""The kinds of steps, by the word that names them in a script."""


def read_script(table: Table, file: str, names: Names) -> Script:
    """Turn a table into a script that is proven.

    Args:
        table: What TOML read.
        file: Its file, for the faults.
        names: What it may use of its pack.

    Raises:
        PackError: With every fault that was found. What is misshapen is not proven as well.
    """
    steps = table.get("step")
    if not isinstance(steps, list):
        raise PackError([Fault(file, "", "step", "a list of tables, [[step]]")])
    faults: list[Fault] = []
    shaped: list[Step] = []
    for number, step in enumerate(steps, 1):
        try:
            shaped.append(_read_step(step, file, number))
        except PackError as error:
            faults += error.faults
    head = {key: value for key, value in table.items() if key != "step"}
    script = _read_head(head, file, tuple(shaped), faults)
    stem = file.rpartition("/")[2].removesuffix(".toml")
    if script is not None:
        if script.id != stem:
            faults.append(Fault(file, "", "id", f"{stem!r}, the name of the file"))
        if not faults or len(shaped) == len(steps):
            faults += script_faults(script, file, names)
        if not faults:
            faults += proof_faults(script, file)
    if faults or script is None:
        raise PackError(faults)
    return script


def _read_head(
    head: Table, file: str, steps: tuple[Step, ...], faults: list[Fault]
) -> Script | None:
    try:
        empty = decode({**head, "steps": []}, Script, Place(file))
    except PackError as error:
        faults += error.faults
        return None
    return Script(
        id=empty.id,
        title=empty.title,
        summary=empty.summary,
        steps=steps,
        role=empty.role,
        minutes=empty.minutes,
    )


def _read_step(table: Any, file: str, number: int) -> Step:  # Any: TOML holds anything
    step_id = table.get("id", f"step {number}") if isinstance(table, dict) else f"step {number}"
    place = Place(file, str(step_id))
    if not isinstance(table, dict):
        raise PackError([place.fault("", "a table")])
    kind = table.get("kind")
    if kind not in KINDS:
        missing = "which is missing" if kind is None else f"not {kind!r}{nearest(str(kind), KINDS)}"
        raise PackError([place.fault("kind", f"one of {', '.join(KINDS)}, {missing}")])
    step: Step = decode(dict(_listed(table)), KINDS[kind], place)
    return step


def _listed(table: Table) -> Iterator[tuple[str, Any]]:
    """Let a single wording stand where a list of them may stand."""
    for key, value in table.items():
        yield key, [value] if key in ("ask", "says") and isinstance(value, str) else value
