"""`times.toml`: how a language says a time."""

from nowwhat.packs.shapes import Shape


class Times(Shape, frozen=True, kw_only=True):
    """The patterns and words of `times.toml`; the file itself says what each is."""

    names_a_time: str
    names_an_event: str
    not_enough: str
    bare_hour: str
    late: str
    early: str
    clock: str
    numbers: tuple[str, ...]
    before_a_number: tuple[str, ...]
    behind_a_number: tuple[str, ...]
    date: str
    date_and_time: str
    instead: tuple[tuple[str, str], ...]
