"""A journal, or a piece of it, for other programs and for paper."""
