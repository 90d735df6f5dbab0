"""The README's slip of paper, and the commands that print the pages.

NOWWHAT_REWRITE=1 python -m pytest tests/readme
"""

import os
import re
import shlex

import pytest
from tests.end_to_end.inside import Inside
from tests.readme.test_transcripts import README, put

SLIP = (
    "nowwhat content sheet --part slip --host 192.0.2.7 --code amber-otter "
    "--fingerprint SHA256:Jr3vQyP8kq0nQ0cYV4m1xW6TzB2uLd9sHfEa7iGoRNk"
)


def said(inside: Inside, line: str) -> str:
    ran = inside.run(*shlex.split(line)[1:])
    assert (ran.status, ran.err) == (0, "")
    return ran.out


def test_the_slip_in_the_readme_is_the_one_that_is_printed(inside: Inside) -> None:
    text = README.read_text(encoding="utf-8")
    made = put(text, "on paper", f"$ {SLIP}\n{said(inside, SLIP).rstrip()}")
    if os.environ.get("NOWWHAT_REWRITE"):
        README.write_text(made, encoding="utf-8")
    assert text == made, "run this test with NOWWHAT_REWRITE=1 and read what changed"


def part_on_paper() -> str:
    return README.read_text(encoding="utf-8").partition("## What you need on paper\n")[2]


@pytest.mark.parametrize(
    "line", re.findall(r"^nowwhat content sheet[^>|#\n]*", part_on_paper(), re.MULTILINE)
)
def test_the_commands_in_the_readme_print_pages(inside: Inside, line: str) -> None:
    assert said(inside, line.strip()).startswith("# ")


def test_the_readme_names_each_part_that_there_is(inside: Inside) -> None:
    named = re.findall(r"^\| `(\w+)` \|", part_on_paper().partition("\n## ")[0], re.MULTILINE)
    pages = said(inside, "nowwhat content sheet")
    assert len(named) == len(set(named)) == pages.count("\f") + 1
    for part in named:
        assert said(inside, f"nowwhat content sheet --part {part}") in pages
