"""Screens of a group that is led: the shared one, and the notes of who leads."""
