"""The arrows between the rooms: import-linter's contracts are kept."""

import subprocess
import sys
import tomllib
from pathlib import Path

from tests.house.tree import ROOT


def test_every_contract_about_imports_is_kept() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    assert f"{len(contracts['contracts'])} kept, 0 broken" in found.stdout


def test_the_contracts_forbid_what_the_design_forbids() -> None:
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    contracts = {contract["id"]: contract for contract in linter["contracts"]}
    assert contracts["layers"]["exhaustive"]
    assert contracts["layers"]["layers"][-2:] == ["coach", "session"]
    pure = contracts["pure"]
    assert set(pure["source_modules"]) == {"nowwhat.session", "nowwhat.coach"}
    assert {"asyncio", "asyncssh", "textual", "tinydb", "os", "time", "random"} <= set(
        pure["forbidden_modules"]
    )
    assert "nowwhat.store" not in contracts["tinydb"]["source_modules"]
