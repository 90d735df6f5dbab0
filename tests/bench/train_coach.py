"""Trains the small model beside the rules, from the sentences that the project was built on.

Run it as `python tests/bench/train_coach.py`: it rewrites `[learned]` at the end of
`content/en/coach.toml`. With `--tables` it prints instead what rules and model reach together on
sentences that the model was not trained on (five folds). The same sentences give the same weights;
held-out ones are never read.
"""

import argparse
import json
import math
import random
import sys
import tomllib
from base64 import b64encode
from collections.abc import Callable, Sequence
from pathlib import Path
from zlib import compress, crc32

import msgspec

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tui"))

from nowwhat.coach import Coach, Lexicon  # noqa: E402  # the source beside us
from nowwhat.coach.learned import Featurer  # noqa: E402
from nowwhat.coach.line import Line  # noqa: E402
from nowwhat.coach.vocabulary import Vocabulary  # noqa: E402

CONTENT = ROOT / "content" / "en" / "coach.toml"
DATA = ROOT / "tests" / "coach" / "data" / "built_on"
MARK = "\n# Made by tests/bench/train_coach.py; nothing below is written by hand.\n"
BUCKETS = 1 << 14
FOLDS = 5
ROUNDS = 20
RATE = 0.1
DECAY = 3e-4

Case = tuple[str, bool, str]
"""A text, its answer, and the file that it is from."""


def rows(name: str) -> list[dict[str, object]]:
    """The labelled sentences of one file."""
    return [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()]


def texts(name: str, key: str = "", *values: str) -> list[str]:
    """The sentences of a file whose `key` is one of the values."""
    return [str(row["text"]) for row in rows(name) if not key or row[key] in values]


def questions() -> dict[str, list[Case]]:
    """What each head is trained on: texts, and whether the answer is yes."""
    plain = texts("ordinary") + texts("insights")
    calm = plain + texts("actions")
    kinds = ("suicide", "self_harm", "harm_others", "danger", "taken")
    kin = {"ideation": "suicide", "passive": "suicide", "coded": "suicide", "plan": "suicide"}
    calls = [row for row in rows("crisis") if row["label"] == "crisis" and not row["ambiguous"]]
    unsafe = rows("unsafe_actions")
    grave = [row for row in unsafe if row["safety"] == "stop"]
    alarms = ("suicide", "overdose", "self_harm", "violence", "harm_others")
    asked: dict[str, list[Case]] = {}

    def ask(name: str, yes: Sequence[str], no: Sequence[str]) -> None:
        asked[name] = [(text, True, name) for text in yes] + [(text, False, name) for text in no]

    heard = [str(row["text"]) for row in calls]
    ask(
        "care",
        heard + [str(row["text"]) for row in grave if row["category"] in alarms],
        texts("crisis", "label", "not") + calm,
    )
    for kind in kinds:
        mine = [str(r["text"]) for r in calls if kin.get(str(r["category"]), r["category"]) == kind]
        ask(kind, mine, [text for text in heard if text not in set(mine)])
    fine = texts("unsafe_actions", "safety", "ok")
    fine += texts("insights")
    fine += [str(row["text"]) for row in rows("actions") if "negation" not in str(row["why"])]
    held = texts("unsafe_actions", "safety", "ask", "stop")
    ask("unsafe", held, fine)
    ask(
        "stop", [str(row["text"]) for row in grave], fine + texts("unsafe_actions", "safety", "ask")
    )
    ask(
        "hard",
        texts("acknowledgements", "ack", "hard") + heard,
        texts("acknowledgements", "ack", "causal") + plain,
    )
    ask(
        "concrete",
        texts("actions", "label", "concrete"),
        texts("actions", "label", "vague") + texts("insights"),
    )
    return asked


class Trainer:
    """Reads lines as the coach does, and fits one head at a time."""

    def __init__(self) -> None:
        """Load the pack without its model."""
        read = tomllib.loads(CONTENT.read_text("utf-8").split(MARK)[0])
        self.lexicon = msgspec.convert(read, Lexicon, strict=True)
        self.coach = Coach(self.lexicon)
        vocabulary = Vocabulary(self.lexicon.words | self.lexicon.topics, self.lexicon.shapes)
        self.classes = tuple(sorted(self.lexicon.words))
        self._featurer = Featurer(vocabulary, self.classes, tuple(self.lexicon.topics), BUCKETS)

    def line(self, text: str, head: str) -> Line:
        """The line as that head will see it."""
        line = self.coach._read(text)
        if head == "concrete":
            return self.coach._judge.bare(self.coach._cues.find(line).rest)
        return line if head == "hard" else self.coach._harm.plain(line)

    def places(self, cases: Sequence[Case], head: str) -> list[tuple[tuple[int, ...], bool]]:
        """Features and answers."""
        return [
            (tuple(sorted(self._featurer.places(self.line(text, head)))), yes)
            for text, yes, _ in cases
        ]


def fit(cases: Sequence[tuple[tuple[int, ...], bool]], seed: int = 0) -> tuple[list[float], float]:
    """Logistic regression by AdaGrad (Duchi et al. 2011); both answers weigh the same.

    Returns:
        A weight a bucket, and the bias.
    """
    yes = sum(answer for _, answer in cases)
    heavy = min(4.0, max(1.0, (len(cases) - yes) / max(yes, 1)))
    weights, squares, bias = [0.0] * BUCKETS, [1e-6] * BUCKETS, 0.0
    order, chance = list(cases), random.Random(seed)  # noqa: S311  # no secret: an order
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for places, answer in order:
            root = 1 / math.sqrt(len(places))
            score = bias + root * sum(map(weights.__getitem__, places))
            pull = 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - answer
            pull *= heavy if answer else 1
            bias -= 0.02 * pull
            for place in places:
                slope = pull * root + DECAY * weights[place]
                squares[place] += slope * slope
                weights[place] -= RATE * slope / math.sqrt(squares[place])
    return weights, bias


def folds(trainer: Trainer, head: str, cases: Sequence[Case]) -> list[tuple[float, Case]]:
    """Each case with the score of a model that has not seen it."""
    placed = trainer.places(cases, head)
    number = [crc32(text.encode()) // 16 % FOLDS for text, _, _ in cases]
    scored = []
    for fold in range(FOLDS):
        seen = [one for one, at in zip(placed, number, strict=True) if at != fold]
        weights, bias = fit(seen)
        for case, (places, _), at in zip(cases, placed, number, strict=True):
            if at == fold:
                total = sum(map(weights.__getitem__, places))
                scored.append((bias + total / math.sqrt(len(places)), case))
    return scored


def table(head: str, scored: Sequence[tuple[float, Case]], says: Callable[[str], bool]) -> None:
    """Recall and false alarms of rules and model together, for several thresholds."""
    ruled = [(score, says(text), yes) for score, (text, yes, _) in scored]
    yes = sum(answer for *_, answer in ruled)
    print(f"{head}: {yes} yes, {len(ruled) - yes} no")
    for threshold in (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0, math.inf):
        hits = sum(answer and (rule or score >= threshold) for score, rule, answer in ruled)
        alarms = sum(not answer and (rule or score >= threshold) for score, rule, answer in ruled)
        alone = sum(answer and score >= threshold for score, _, answer in ruled)
        wrong = sum(not answer and score >= threshold for score, _, answer in ruled)
        no = len(ruled) - yes
        print(
            f"  {threshold:5.1f}: rules or model {hits / yes:.3f} / {alarms / no:.3f},"
            f" model alone {alone / yes:.3f} / {wrong / no:.3f}"
        )


def packed(weights: Sequence[float], bias: float, limits: tuple[float, float]) -> str:
    """One head as TOML."""
    scale = max(abs(weight) for weight in weights) / 127
    raw = bytes(round(weight / scale) & 255 for weight in weights)
    text = b64encode(compress(raw, 9)).decode()
    floor, threshold = limits
    lines = [f'weights = "{text}"', f"scale = {scale:.6g}", f"bias = {bias:.4f}"]
    lines += [f"threshold = {threshold}"] if threshold < math.inf else []
    lines += [f"floor = {floor}"] if floor > -math.inf else []
    return "\n".join(lines) + "\n"


LIMITS: dict[str, tuple[float, float]] = {
    "concrete": (-1.1, 1.2),
    "care": (-math.inf, 0.8),
    "unsafe": (-math.inf, 0.8),
    "stop": (-math.inf, -0.4),
    "hard": (-math.inf, 0.0),
}
"""Below the first, no; from the second on, yes; chosen from the tables that this prints."""


def main() -> None:
    """Print the tables; write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", action="store_true", help="print tables, write nothing")
    asked = parser.parse_args()
    trainer = Trainer()
    coach = trainer.coach
    says: dict[str, Callable[[str], bool]] = {
        "care": lambda text: bool(coach.hears(text)),
        "unsafe": lambda text: coach.judge(text).safety != "ok",
        "stop": lambda text: coach.judge(text).safety == "stop",
        "hard": lambda text: coach.acknowledge(text) == "hard",
        "concrete": lambda text: coach.judge(text).concrete,
    }
    heads = []
    for head, cases in questions().items():
        if asked.tables:
            if head in says:
                table(head, folds(trainer, head, cases), says[head])
            continue
        weights, bias = fit(trainer.places(cases, head))
        limits = LIMITS.get(head, (-math.inf, math.inf))
        heads.append(f"\n[learned.heads.{head}]\n{packed(weights, bias, limits)}")
    if heads:
        names = ", ".join(f'"{name}"' for name in trainer.classes)
        start = f"\n[learned]\nbuckets = {BUCKETS}\nclasses = [{names}]\n"
        kept = CONTENT.read_text("utf-8").split(MARK)[0].rstrip("\n") + "\n"
        CONTENT.write_text(kept + MARK + start + "".join(heads), "utf-8")


if __name__ == "__main__":
    main()
