"""What `nowwhat lead` says in the terminal that it was begun in: a table of `interface.toml`."""

from nowwhat.packs.shapes import Shape


class LeadingWords(Shape, frozen=True, kw_only=True):
    """Before the console is there, and after it."""

    code: str
    join: str
    lines: str
    wall: str
    leader: str
    host_key: str
    only_here: str
    answers: str
    silent: str
    no_console: str
    served: str
    served_somewhere: str
    leaving: str
    still_open: str
    still_ways: str
    end: str
    still_here: str
    closed: str
