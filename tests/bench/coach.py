"""How well and how fast the coach judges: every coach row of the design, with intervals.

Run it as `python tests/bench/coach.py [--corpus DIR] [--errors]`; without a folder it measures on
the project's own sentences, those it was built on and those held out.
"""

import argparse
import json
import math
import statistics
import sys
import time
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tui"))

from nowwhat.coach import Coach, Lexicon  # noqa: E402  # the source beside us, not an installed one
from nowwhat.session.verdict import Reason, Safety  # noqa: E402

CONTENT = ROOT / "content" / "en" / "coach.toml"
OWN = ROOT / "tests" / "coach" / "data"
_Z = 1.96

Row = Mapping[str, Any]
"""One labelled sentence, as JSON has it."""


@dataclass
class Figure:
    """A share of cases, the ones that went wrong, and what is aimed at.

    Attributes:
        name: What is counted.
        aim: The bar, as the design has it.
        hits: Cases in which the thing counted was so.
        cases: All.
        errors: Sentences that went wrong.
    """

    name: str
    aim: str = ""
    hits: int = 0
    cases: int = 0
    errors: list[str] = field(default_factory=list)

    def count(self, text: str, *, hit: bool, wrong: bool) -> None:
        """Count one case."""
        self.cases += 1
        self.hits += hit
        if wrong:
            self.errors.append(text)

    def __str__(self) -> str:
        if not self.cases:
            return f"{self.name:<44} no cases"
        low, high = wilson(self.hits, self.cases)
        share = self.hits / self.cases
        shown = (
            f"{self.name:<44} {share:6.3f}  [{low:.3f}, {high:.3f}]  {self.hits:>4}/{self.cases}"
        )
        return f"{shown:<82} {self.aim}"


def wilson(hits: int, cases: int) -> tuple[float, float]:
    """The Wilson score interval of a share, 95 % (Wilson 1927, 10.2307/2276774)."""
    share, square = hits / cases, _Z * _Z
    middle = (share + square / (2 * cases)) / (1 + square / cases)
    spread = math.sqrt(share * (1 - share) / cases + square / (4 * cases * cases))
    spread *= _Z / (1 + square / cases)
    return max(0.0, middle - spread), min(1.0, middle + spread)


def rows(folder: Path, name: str) -> list[Row]:
    """The labelled sentences of one file; none where there is no such file."""
    file = folder / f"{name}.jsonl"
    if not file.exists():
        return []
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


def actions(coach: Coach, cases: Sequence[Row], aside: str = "") -> Iterator[Figure]:
    """Concrete or not, by whole, by label and by reason."""
    whole = Figure(f"accuracy, concrete or not{aside}", "≥ .93 / ≥ .97")
    turned = Figure(f"good actions turned away{aside}", "≤ .04 / ≤ .01")
    taken = Figure(f"vague lines taken{aside}")
    found = {one: Figure(f"  reason named: {one}{aside}") for one in Reason}
    first = Figure(f"first reason is one of the labelled{aside}")
    for case in cases:
        text, verdict = case["text"], coach.judge(case["text"])
        told = f"{text}  → {', '.join(verdict.reasons) or 'concrete'} {verdict.concern}"
        good = case["label"] == "concrete"
        whole.count(told, hit=verdict.concrete == good, wrong=False)
        if good:
            turned.count(told, hit=not verdict.accepted, wrong=not verdict.accepted)
            continue
        taken.count(told, hit=verdict.concrete, wrong=verdict.concrete)
        known = [reason for reason in case["why"] if reason in found]
        for reason in known:
            hit = reason in verdict.reasons
            found[Reason(reason)].count(told, hit=hit, wrong=not hit)
        if known:
            hit = bool(verdict.reasons) and verdict.reasons[0] in known
            first.count(told, hit=hit, wrong=not hit)
    yield from (whole, turned, taken, first, *found.values())


def cues(coach: Coach, cases: Sequence[Row]) -> Iterator[Figure]:
    """Precision and recall of when and where."""
    for key, aim in (("when", "≥ .95 / ≥ .98"), ("where", "")):
        precision = Figure(f"{key}-cue precision", aim)
        recall = Figure(f"{key}-cue recall", aim)
        for case in cases:
            if f"has_{key}" not in case:
                continue
            said: str = getattr(coach.judge(case["text"]), key)
            has = bool(case[f"has_{key}"])
            told = f"{case['text']}  → {said!r}"
            if said:
                precision.count(told, hit=has, wrong=not has)
            if has:
                recall.count(told, hit=bool(said), wrong=not said)
        yield from (precision, recall)


def safety(coach: Coach, cases: Sequence[Row]) -> Iterator[Figure]:
    """What is held up, and what should have been."""
    stop = Figure("safety: stop recall", "≥ .97 / 1")
    ask = Figure("safety: ask recall (ask or stop)", "≥ .85 / ≥ .95")
    exact = Figure("  of those held up, exactly ask")
    held = Figure("safety: harmless lines held up", "≤ .04 / ≤ .01")
    for case in cases:
        verdict = coach.judge(case["text"])
        told = f"{case['text']}  → {verdict.safety} {verdict.concern} ({case['category']})"
        match case["safety"]:
            case "stop":
                hit = verdict.safety is Safety.STOP
                stop.count(told, hit=hit, wrong=not hit)
            case "ask":
                hit = verdict.safety is not Safety.OK
                ask.count(told, hit=hit, wrong=not hit)
                if hit:
                    same = verdict.safety is Safety.ASK
                    exact.count(told, hit=same, wrong=not same)
            case _:
                hit = verdict.safety is not Safety.OK
                held.count(told, hit=hit, wrong=hit)
    yield from (stop, ask, exact, held)


def acknowledgements(coach: Coach, cases: Sequence[Row]) -> Iterator[Figure]:
    """To which insights "That might be true." is said."""
    hard = Figure('"That might be true." said to a hard line', "≤ .03 / 0")
    causal = Figure("a story of causes answered as hard")
    for case in cases:
        answer = coach.acknowledge(case["text"])
        wrong = answer != case["ack"]
        told = f"{case['text']}  ({case['category']})"
        (hard if case["ack"] == "hard" else causal).count(told, hit=wrong, wrong=wrong)
    yield from (hard, causal)


def care(coach: Coach, cases: Sequence[Row], aside: str = "") -> Iterator[Figure]:
    """Calls for help heard, and heard where there are none."""
    heard = Figure(f"care: recall{aside}", "≥ .93 / ≥ .98")
    alarms = Figure(f"care: false alarms on look-alikes{aside}", "≤ .08 / ≤ .03")
    for case in cases:
        call = coach.hears(case["text"])
        told = f"{case['text']}  → {call or 'nothing'} ({case['category']})"
        if case["label"] == "crisis":
            heard.count(told, hit=bool(call), wrong=not call)
        else:
            alarms.count(told, hit=bool(call), wrong=bool(call))
    yield from (heard, alarms)


def never(
    name: str, aim: str, cases: Iterable[Row], happens: Callable[[str], str]
) -> Iterator[Figure]:
    """A share of lines on which something should never happen."""
    figure = Figure(name, aim)
    for case in cases:
        what = happens(case["text"])
        figure.count(f"{case['text']}  → {what}", hit=bool(what), wrong=bool(what))
    yield figure


def figures(coach: Coach, folder: Path) -> Iterator[Figure]:
    """Every figure that the files of a folder allow."""
    told = rows(folder, "actions")
    yield from actions(coach, [case for case in told if not case.get("borderline")])
    yield from actions(coach, [case for case in told if case.get("borderline")], " (borderline)")
    yield from cues(coach, told)
    yield from never(
        "insights taken for actions",
        "≤ .04 / 0",
        rows(folder, "insights"),
        lambda text: "concrete" if coach.judge(text).concrete else "",
    )
    yield from safety(coach, rows(folder, "unsafe_actions"))
    yield from acknowledgements(coach, rows(folder, "acknowledgements"))
    calls = rows(folder, "crisis")
    yield from care(coach, [case for case in calls if not case.get("ambiguous")])
    yield from care(coach, [case for case in calls if case.get("ambiguous")], " (ambiguous)")
    ordinary = rows(folder, "ordinary")
    yield from never("care: alarms on ordinary lines", "≤ .005 / ≤ .001", ordinary, coach.hears)


def speed(coach: Coach, lines: Sequence[str]) -> str:
    """Median and 99th percentile of judging one line, milliseconds of our own processor time."""
    taken: list[float] = []
    for line in lines:
        begun = time.process_time()
        coach.judge(line)
        coach.hears(line)
        taken.append(1000 * (time.process_time() - begun))
    cuts = statistics.quantiles(taken, n=100)
    return f"one line, judged and heard: p50 {cuts[49]:.3f} ms, p99 {cuts[98]:.3f} ms (≤ 2 / ≤ .5)"


def load() -> tuple[Coach, str]:
    """The coach of the English pack, and how long it took, milliseconds of processor time."""
    begun = time.process_time()
    with CONTENT.open("rb") as file:
        read = tomllib.load(file)
    parsed = time.process_time()
    coach = Coach(msgspec.convert(read, Lexicon, strict=True))
    done = time.process_time()
    toml, built = 1000 * (parsed - begun), 1000 * (done - parsed)
    return coach, f"loading: {built:.1f} ms (≤ 40 / ≤ 15), and {toml:.1f} ms for reading TOML"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, action="append", help="a folder of labelled lines")
    parser.add_argument("--errors", action="store_true", help="list the misjudged lines")
    asked = parser.parse_args()
    coach, loading = load()
    print(loading)
    lines: list[str] = []
    for folder in asked.corpus or [OWN / "built_on", OWN / "held_out"]:
        print(f"\n{folder}\n{'':<44} share    95 % interval    hits/cases     bar / moonshot")
        for figure in figures(coach, folder):
            if figure.cases:
                print(figure)
            if asked.errors:
                print("".join(f"      {error}\n" for error in figure.errors), end="")
        for name in ("actions", "insights", "unsafe_actions", "crisis", "ordinary"):
            lines += [case["text"] for case in rows(folder, name)]
    print(f"\n{speed(coach, lines)}")


if __name__ == "__main__":
    main()
