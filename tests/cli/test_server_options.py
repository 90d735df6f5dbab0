"""Options of what serves: a file that was named by mistake is said to be none."""

from pathlib import Path

import pytest
from tests.end_to_end.inside import Inside


@pytest.mark.parametrize("command", ["serve", "lead"])
@pytest.mark.parametrize("option", ["--authorized-keys", "--facilitators"])
def test_a_file_of_keys_that_is_not_there_is_one_line_and_exit_2(
    inside: Inside, tmp_path: Path, command: str, option: str
) -> None:
    for named in (tmp_path / "nobody", tmp_path):
        ran = inside.run(command, option, str(named))
        assert ran.status == 2
        assert str(named) in ran.err
        assert len(ran.err.splitlines()) == 1
