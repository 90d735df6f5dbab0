"""Fixtures for tests at the screen."""

from tests.screens.quick import quick, timers

__all__ = ["quick", "timers"]
