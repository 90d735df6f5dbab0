"""Trains the small model beside the rules, from the sentences that the project was built on.

Run it as `python tests/bench/train_coach.py`: it rewrites `[learned]` at the end of
`content/en/coach.toml`. With `--tables` it prints instead what rules and model reach together on
sentences that the model was not trained on (five folds). The same sentences give the same weights;
held-out ones are never read. What rules find in a sentence that they were written for (`rules` in
its row) proves nothing about them, so the model is not told of it.
"""

import argparse
import json
import math
import random
import sys
import tomllib
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from zlib import compress, crc32

import msgspec

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tui"))

from nowwhat.coach import Coach, Lexicon  # noqa: E402  # the source beside us
from nowwhat.coach.learned import FACT, Featurer, Places  # noqa: E402
from nowwhat.coach.lexicon import Learned  # noqa: E402
from nowwhat.coach.line import Line  # noqa: E402
from nowwhat.coach.vocabulary import Vocabulary  # noqa: E402
from nowwhat.session.verdict import Reason  # noqa: E402

CONTENT = ROOT / "content" / "en" / "coach.toml"
DATA = ROOT / "tests" / "coach" / "data" / "built_on"
MARK = "\n# Made by tests/bench/train_coach.py; nothing below is written by hand.\n"
NOTS = "not never no without nobody nothing hardly stop nor"
BUCKETS = 1 << 15
FOLDS = 5
ROUNDS = 12
COST = 1.0
COSTS = {"unsafe": 0.3, "hard": 0.3}
"""What an error costs beside large weights; these two learn less by heart."""


Row = Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """One sentence with one answer.

    Attributes:
        text: The sentence.
        yes: Whether the answer is yes.
        seen: The rules were written with this sentence in view.
    """

    text: str
    yes: bool
    seen: bool


Placed = tuple[Places, bool]
"""Features and answer."""


def rows(name: str) -> list[Row]:
    """The labelled sentences of one file."""
    return [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()]


def cases(yes: Iterable[Row], no: Iterable[Row]) -> list[Case]:
    """Sentences whose answer is yes, and others."""
    found = [Case(row["text"], yes=True, seen=bool(row.get("rules"))) for row in yes]
    return found + [Case(row["text"], yes=False, seen=bool(row.get("rules"))) for row in no]


def offered() -> list[Row]:
    """What the pack itself offers as an action."""
    doors = tomllib.loads((CONTENT.parent / "actions.toml").read_text("utf-8"))["door"]
    return [{"text": text, "rules": True} for door in doors for text in door["starters"]]


def calls_and_hurt(asked: dict[str, list[Case]]) -> None:
    """Add the questions about calls for help, and about insights that are hard."""
    plain = [*rows("ordinary"), *rows("insights")]
    lines = [row for row in rows("crisis") if not row["ambiguous"]]
    heard = [row for row in lines if row["label"] == "crisis"]
    calm = [row for row in lines if row["label"] == "not"]
    fine = [row for row in rows("unsafe_actions") if row["safety"] == "ok"]
    fine += [row for row in rows("acknowledgements") if row["ack"] == "causal"]
    asked["care"] = cases(heard, [*calm, *plain, *fine, *rows("actions")])
    for kind, own in KINDS.items():
        mine = [row for row in heard if row["category"].replace("-", "_").startswith(own)]
        if kind == "suicide":
            others = tuple(one for name, some in KINDS.items() if name != kind for one in some)
            mine = [r for r in heard if not r["category"].replace("-", "_").startswith(others)]
        known = {row["text"] for row in mine}
        asked[kind] = cases(mine, [row for row in heard if row["text"] not in known])
    told = rows("acknowledgements")
    hard = [row for row in told if row["ack"] == "hard"]
    asked["hard"] = cases(hard, [*(r for r in told if r["ack"] == "causal"), *plain])


def harms(asked: dict[str, list[Case]]) -> None:
    """Add the questions about safety."""
    told = rows("unsafe_actions")
    fine = [row for row in told if row["safety"] == "ok"] + rows("insights") + offered()
    fine += [row for row in rows("actions") if not any(w in row["text"].casefold() for w in USING)]
    held = [row for row in told if row["safety"] != "ok"]
    asked["unsafe"] = cases(held, fine)
    grave = [row for row in told if row["safety"] == "stop"]
    asked["stop"] = cases(grave, [*fine, *(row for row in held if row["safety"] == "ask")])


def doings(asked: dict[str, list[Case]]) -> None:
    """Add the questions about actions: one concrete action, and why not."""
    told = [row for row in rows("actions") if not row["borderline"]]
    good = [row for row in told if row["label"] == "concrete"]
    vague = [row for row in told if row["label"] == "vague"]
    known = rows("insights") * 3  # few sentences, and a bar of their own
    asked["concrete"] = cases([*good, *offered()], [*vague, *known])
    for reason in Reason:
        mine = [row for row in vague if reason in row["why"]]
        asked[reason] = cases(mine, [row for row in vague if reason not in row["why"]])


def questions() -> dict[str, list[Case]]:
    """What each head is trained on."""
    asked: dict[str, list[Case]] = {}
    for add in (calls_and_hurt, harms, doings):
        add(asked)
    return asked


class Trainer:
    """Reads lines as the coach does."""

    def __init__(self) -> None:
        """Load the pack without its model."""
        read = tomllib.loads(CONTENT.read_text("utf-8").split(MARK)[0])
        self.lexicon = msgspec.convert(read, Lexicon, strict=True)
        self.coach = Coach(self.lexicon)
        self.learned = Learned(
            buckets=BUCKETS,
            classes=(*sorted(self.lexicon.words), *self.lexicon.topics),
            nots=NOTS,
            heads={},
        )
        classes = self.lexicon.words | self.lexicon.topics
        self._featurer = Featurer(Vocabulary(classes, self.lexicon.shapes), self.learned)

    def view(self, text: str, head: str) -> tuple[Line, list[str], bool]:
        """The line as that head will see it, what rules find in it, and whether they say yes."""
        coach, line = self.coach, self.coach._read(text)
        if head == "concrete" or head in set(Reason):
            bare = coach._judge.bare(coach._cues.find(line).rest)
            named, behaviour, facts = coach._judge.facts(bare)
            return bare, facts, head in named or (head == "concrete" and behaviour and not named)
        if head == "hard":
            ruled, facts = coach.hardship(line)
            return line, facts, ruled
        plain, facts = coach._harm.facts(line)
        if head in {"unsafe", "stop"}:
            held = coach._harm.concerned(plain, facts)
            grave = bool(held) and self.lexicon.concerns[held[0]].level == "stop"
            return plain, facts, grave if head == "stop" else bool(held)
        return plain, facts, bool(coach._harm.called(plain, facts))

    def says(self, head: str, text: str) -> bool:
        """Whether rules answer yes."""
        return self.view(text, head)[2]

    def places(self, known: Sequence[Case], head: str) -> list[Placed]:
        """Features and answers, for training."""
        placed = []
        for case in known:
            line, facts, _ = self.view(case.text, head)
            placed.append((self._featurer.places(line, [] if case.seen else facts), case.yes))
        return placed


def fit(known: Sequence[Placed], cost: float = COST, seed: int = 0) -> tuple[list[float], float]:
    """Linear support vectors with squared hinge loss, by coordinates (Hsieh et al. 2008).

    Both answers weigh the same, up to four to one.

    Returns:
        A weight a bucket, and the bias.
    """
    yes = sum(answer for _, answer in known)
    heavy = min(4.0, max(1.0, (len(known) - yes) / max(yes, 1)))
    weights, bias = [0.0] * BUCKETS, 0.0
    weight_of = weights.__getitem__
    rows = []
    for (words, facts), answer in known:
        part = 1 / math.sqrt(len(words))
        slack = 0.5 / (cost * (heavy if answer else 1.0))
        curve = 1.0 + FACT * FACT * len(facts) + 1.0 + slack
        rows.append((words, facts, part, 1.0 if answer else -1.0, slack, curve))
    alphas = [0.0] * len(rows)
    order, chance = list(range(len(rows))), random.Random(seed)  # noqa: S311  # an order, no secret
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for at in order:
            words, facts, part, sign, slack, curve = rows[at]
            score = bias + part * sum(map(weight_of, words)) + FACT * sum(map(weight_of, facts))
            slope = sign * score - 1 + slack * alphas[at]
            moved = max(alphas[at] - slope / curve, 0.0)
            step = (moved - alphas[at]) * sign
            if abs(step) < TINY:
                continue
            alphas[at] = moved
            bias += step
            for place in words:
                weights[place] += step * part
            for place in facts:
                weights[place] += step * FACT
    return weights, bias


def score_of(weights: Sequence[float], bias: float, places: Places) -> float:
    """The score of one line."""
    words, facts = (sum(map(weights.__getitem__, some)) for some in places)
    return bias + words / math.sqrt(len(places[0])) + FACT * facts


def folds(trainer: Trainer, head: str, known: Sequence[Case]) -> list[tuple[float, Case]]:
    """Each case with the score of a model that has not seen it."""
    placed = trainer.places(known, head)
    number = [crc32(case.text.encode()) // 16 % FOLDS for case in known]
    scored = []
    for fold in range(FOLDS):
        weights, bias = fit(
            [one for one, at in zip(placed, number, strict=True) if at != fold],
            COSTS.get(head, COST),
        )
        for case, (places, _), at in zip(known, placed, number, strict=True):
            if at == fold:
                scored.append((score_of(weights, bias, places), case))
    return scored


def table(head: str, scored: Sequence[tuple[float, Case]], says: Callable[[str], bool]) -> None:
    """Recall and false alarms for several thresholds, with and without a rule that says yes.

    Sentences that the rules were written for stand apart: there, only the model is honest.
    """
    for seen in (False, True):
        ruled = [(s, says(c.text), c.yes) for s, c in scored if c.seen is seen]
        yes = sum(answer for *_, answer in ruled) or 1
        no = sum(not answer for *_, answer in ruled) or 1
        print(f"{head}, {'rules saw them' if seen else 'new'}: {yes} yes, {no} no")
        for least in THRESHOLDS:
            cells = []
            for rule in (True, False):
                hits = sum(a and r is rule and s >= least for s, r, a in ruled)
                alarms = sum(not a and r is rule and s >= least for s, r, a in ruled)
                cells.append(f"{hits / yes:.3f} / {alarms / no:.3f}")
            print(f"  {least:5.2f}: a rule too {cells[0]}, the model alone {cells[1]}")


def packed(weights: Sequence[float], bias: float, limits: tuple[float, float]) -> str:
    """One head as TOML."""
    scale = max(abs(weight) for weight in weights) / 127 or 1.0
    raw = bytes(round(weight / scale) & 255 for weight in weights)
    text = b64encode(compress(raw, 9)).decode()
    floor, threshold = limits
    lines = [f"weights = '{text}'", f"scale = {scale:.6g}", f"bias = {bias:.4f}"]
    lines += [f"threshold = {threshold}"] if threshold < math.inf else []
    lines += [f"floor = {floor}"] if floor > -math.inf else []
    return "\n".join(lines) + "\n"


TINY = 1e-9
THRESHOLDS = (-math.inf, -1.0, -0.8, -0.6, -0.5, -0.4, -0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3, 0.5)

USING = (
    *("drink", "drunk", "alcohol", "wine", "beer"),
    *("weed", "smok", "drug", "medic", "pill", "gambl"),
)
"""Words of actions that say nothing about harm either way: to stop may be right or dangerous."""

KINDS: dict[str, tuple[str, ...]] = {
    "suicide": (),
    "self_harm": ("self_harm", "selfharm"),
    "harm_others": ("harm", "threat", "intent_others", "weapon", "rage", "fire"),
    "danger": (
        *("danger", "partner", "child", "stalk", "trapped", "strangled", "home_fear", "others"),
        *("abuse", "elder", "traffick", "forced", "rape", "hit", "grooming", "locked", "control"),
        *("coerce", "now_dad", "honour", "drunk_danger", "fear", "spouse", "wife", "gay", "war"),
        *("migrant", "intrud", "pregnant"),
    ),
    "taken": (
        *("taken", "od", "overdose", "bleed", "poison", "relapse_od", "chest", "sepsis", "medical"),
        *("eating", "withdraw", "alcohol", "drug", "hunger"),
    ),
}
"""How the categories of calls begin; what is of none is about living on. Those of `taken` need an
ambulance before words."""

LIMITS: dict[str, tuple[float, float]] = {
    "concrete": (-0.25, 0.15),
    "care": (-1.0, 0.25),
    "unsafe": (0.0, 0.3),
    "stop": (-0.2, 0.1),
    "hard": (-0.8, -0.33),
} | {str(reason): (-0.6, -0.25) for reason in Reason}
"""From the first, yes where a rule says so too (for `stop`: where the line is held up anyway); from
the second, yes; chosen from the tables."""


def main() -> None:
    """Print the tables; write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", action="store_true", help="print tables, write nothing")
    parser.add_argument("--only", nargs="*", help="these questions alone, for --tables")
    asked = parser.parse_args()
    trainer = Trainer()
    heads = []
    for head, known in questions().items():
        if asked.tables:
            if head in LIMITS and (not asked.only or head in asked.only):
                table(head, folds(trainer, head, known), partial(trainer.says, head))
            continue
        weights, bias = fit(trainer.places(known, head), COSTS.get(head, COST))
        limits = LIMITS.get(head, (-math.inf, math.inf))
        heads.append(f"\n[learned.heads.{head}]\n{packed(weights, bias, limits)}")
    if heads:
        names = ", ".join(f'"{name}"' for name in trainer.learned.classes)
        start = f"\n[learned]\nbuckets = {BUCKETS}\nclasses = [{names}]\nnots = '{NOTS}'\n"
        kept = CONTENT.read_text("utf-8").split(MARK)[0].rstrip("\n") + "\n"
        CONTENT.write_text(kept + MARK + start + "".join(heads), "utf-8")


if __name__ == "__main__":
    main()
