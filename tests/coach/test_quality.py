"""The bars on sentences that the coach was not built on; what falls short is held where it is."""

import json
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from nowwhat.coach import Coach

HERE = Path(__file__).parent
HELD_OUT = HERE / "data" / "held_out"
OWN = {
    "accuracy, concrete or not": 0.94,
    "safety: stop recall": 0.92,
    "safety: ask recall (ask or stop)": 0.9,
    "care: recall": 0.86,
    "when-cue recall": 0.95,
}
OWN_ERRORS = {
    "good actions turned away": 0.03,
    "insights taken for actions": 0.12,
    "safety: harmless lines held up": 0.09,
    '"That might be true." said to a hard line': 0.1,
    "care: false alarms on look-alikes": 0.09,
    "care: alarms on ordinary lines": 0.06,
}
FLOORS = {
    "accuracy, concrete or not": 0.93,
    "safety: stop recall": 0.7,
    "safety: ask recall (ask or stop)": 0.66,
    "care: recall": 0.72,
    "when-cue recall": 0.87,
    "where-cue recall": 0.35,
}
CEILINGS = {
    "good actions turned away": 0.04,
    "insights taken for actions": 0.1,
    "safety: harmless lines held up": 0.1,
    '"That might be true." said to a hard line': 0.17,
    "care: false alarms on look-alikes": 0.08,
    "care: alarms on ordinary lines": 0.03,
}


def table() -> ModuleType:
    """The bench itself, so that both say the same."""
    spec = spec_from_file_location("bench_coach", HERE.parent / "bench" / "coach.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def measured(coach: Coach, folder: Path) -> dict[str, float]:
    """Every figure that a folder of labelled lines allows."""
    figures = table().figures(coach, folder)
    return {figure.name: figure.hits / figure.cases for figure in figures if figure.cases}


@pytest.fixture(scope="module")
def shares(coach: Coach) -> dict[str, float]:
    """All that is held out; three of its authors wrote what is hard to tell, on purpose."""
    return measured(coach, HELD_OUT)


@pytest.fixture(scope="module")
def own_shares(coach: Coach, tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """The first part, by the author of the rules, who wrote what people are likely to write."""
    folder = tmp_path_factory.mktemp("own")
    for file in HELD_OUT.glob("*.jsonl"):
        rows = file.read_text("utf-8").splitlines()
        kept = [row for row in rows if "author" not in json.loads(row)]
        (folder / file.name).write_text("\n".join(kept), "utf-8")
    return measured(coach, folder)


@pytest.mark.parametrize(("name", "floor"), OWN.items())
def test_no_figure_of_the_first_part_falls_below_where_it_stands(
    own_shares: dict[str, float], name: str, floor: float
) -> None:
    assert own_shares[name] >= floor


@pytest.mark.parametrize(("name", "ceiling"), OWN_ERRORS.items())
def test_no_error_of_the_first_part_grows_above_where_it_stands(
    own_shares: dict[str, float], name: str, ceiling: float
) -> None:
    assert own_shares[name] <= ceiling


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_no_figure_falls_below_where_it_stands(
    shares: dict[str, float], name: str, floor: float
) -> None:
    assert shares[name] >= floor


@pytest.mark.parametrize(("name", "ceiling"), CEILINGS.items())
def test_no_error_grows_above_where_it_stands(
    shares: dict[str, float], name: str, ceiling: float
) -> None:
    assert shares[name] <= ceiling
