"""Which starters stand first: others each visit, so that they are not always the same."""


def turned(starters: tuple[str, ...], visit: int, at_once: int) -> tuple[str, ...]:
    """Begin the list elsewhere each visit.

    Args:
        starters: All of them.
        visit: How many sessions were before.
        at_once: How many are shown at first.
    """
    if not starters:
        return ()
    start = (visit * at_once) % len(starters)
    return (*starters[start:], *starters[:start])
