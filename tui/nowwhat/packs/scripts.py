"""Reading a script: its shape, what its steps owe each other, and the proof over its graph."""

from collections.abc import Iterator
from typing import Any, Literal, get_args

from msgspec.structs import replace

from nowwhat.packs.decode import Place, Table, decode
from nowwhat.packs.faults import Fault, PackError, close_to
from nowwhat.packs.led import led_faults
from nowwhat.packs.proof import proof_faults
from nowwhat.packs.rules import CHECK_IN, Names, script_faults
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
    torn: set[str] = set()
    for number, step in enumerate(steps, 1):
        try:
            shaped.append(_read_step(step, file, number))
        except PackError as error:
            faults += error.faults
            torn.add(error.faults[0].step)
    script = replace(_read_head(table, file, faults), steps=tuple(shaped))
    faults += script_faults(script, file, names, frozenset(torn))
    if not torn:
        faults += led_faults(script, file)
    if not faults:
        faults += proof_faults(script, file)
    if faults:
        raise PackError(faults)
    return script


def _read_head(table: Table, file: str, faults: list[Fault]) -> Script:
    """Read what stands above the steps; where it is faulty, one that serves to look at these."""
    stem = file.rpartition("/")[2].removesuffix(".toml")
    head = {key: value for key, value in table.items() if key not in ("step", "steps")}
    if "steps" in table:
        faults.append(Fault(file, "", "steps", "no key of this name; did you mean 'step'?"))
    try:
        script = decode({**head, "steps": []}, Script, Place(file))
    except PackError as error:
        faults += error.faults
        role: Literal["session", "checkin"] = "checkin" if stem == CHECK_IN else "session"
        return Script(id=stem, title="", summary="", steps=(), role=role)
    if script.id != stem:
        faults.append(Fault(file, "", "id", f"{stem!r}, the name of the file"))
    return script


def _read_step(table: Any, file: str, number: int) -> Step:  # Any: TOML holds anything
    step_id = table.get("id", f"step {number}") if isinstance(table, dict) else f"step {number}"
    place = Place(file, str(step_id))
    if not isinstance(table, dict):
        raise PackError([place.fault("", "a table")])
    kind = table.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        missing = (
            "which is missing" if kind is None else f"not {kind!r}{close_to(str(kind), KINDS)}"
        )
        raise PackError([place.fault("kind", f"one of {', '.join(KINDS)}, {missing}")])
    step: Step = decode(dict(_listed(table)), KINDS[kind], place)
    return step


def _listed(table: Table) -> Iterator[tuple[str, Any]]:
    """Let a single wording stand where a list of them may stand."""
    for key, value in table.items():
        yield key, [value] if key in ("ask", "says") and isinstance(value, str) else value
