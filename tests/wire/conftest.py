"""Fixtures for the wire: Pilot without its long breaths between two keys."""

import gc

import pytest
import textual._wait


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look after two milliseconds whether the program is idle; keep no test's rubbish for ever."""
    monkeypatch.setattr(textual._wait, "SLEEP_GRANULARITY", 1 / 500)
    monkeypatch.setattr(textual._wait, "SLEEP_IDLE", 1 / 2000)
    monkeypatch.setattr(gc, "freeze", lambda: None)
