"""What a server says to those who connect to it: a table of `interface.toml`."""

from nowwhat.packs.shapes import Shape


class ServeWords(Shape, frozen=True, kw_only=True):
    """A place that is connected to.

    Before the login (`need_*`), before the session, and where a session ends otherwise than by
    its own. `clock` is a pattern of `strftime`.
    """

    need_key: str
    need_listed: str
    hint_plain: str
    guest: tuple[str, ...]
    guest_words: str
    guest_lies: str
    person_lies: str
    clock: str
    here_is: str
    confirm: str
    resume: str
    not_a_place: str
    nothing_waits: str
    too_many_words: str
    resumed: str
    country: str
    country_enter: str
    not_a_country: str
    elsewhere: str
    elsewhere_here: str
    elsewhere_there: str
    full: str
    idle: str
    stopping: str
    taken_over: str
    mishap: str
    printed: str
    save: str
    waits_for: str
