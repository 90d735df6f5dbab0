"""Fixtures for pictures: the pilot takes no long breaths."""

from tests.screens.quick import quick

__all__ = ["quick"]
