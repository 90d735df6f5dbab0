"""Other spellings, and the words that they stand for."""


def spellings(source: str) -> dict[str, tuple[str, ...]]:
    """Read `im i'm = i am`, one a line.

    Args:
        source: The lines; a line without `=` says nothing.
    """
    found: dict[str, tuple[str, ...]] = {}
    for line in source.splitlines():
        others, _, words = line.partition("=")
        if words:
            found.update(dict.fromkeys(others.split(), tuple(words.split())))
    return found
