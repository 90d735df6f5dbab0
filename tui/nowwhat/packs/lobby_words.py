"""What a server says to those who come to a room, before and after it: tables of words."""

from nowwhat.packs.shapes import Shape


class LobbyWords(Shape, frozen=True, kw_only=True):
    """At the door of a room.

    `need_*` is said before the login, `who_knows` to whoever joins, `no_*` to whom it is closed.
    """

    need_code: str
    need_lead: str
    lies: str
    who_knows: tuple[str, ...]
    closed: str
    name: str
    name_too_long: str
    name_not_text: str
    back_by_words: str
    back_by_key: str
    back_again: str
    no_seat: str
    no_entry: str
    no_wall: str
    banned: str
    hint_plain: str
    over: str
    gone: str
    stopping: str
    stopping_leader: str
    goes_on: str
    needs_screen: str
    which_script: str
    room_is_over: str
    to_it: str
    open_new: str
