"""Pieces that steps and screens share: the bridge, the breath, fields, choices, keys."""
