"""Whole screens: each takes plain data or a desk, and dismisses with a value."""
