"""The user names of SSH, in one table: who comes, and in which form.

`ssh NAME@host` where NAME is `[ANY | CODE | lead | LEADERCODE][+screen | +plain]`:

| name              | who comes, and in which form                                             |
|-------------------|--------------------------------------------------------------------------|
| `anything`        | anybody: the full screen where the terminal carries one, else lines      |
| `anything+screen` | the full screen, also in a terminal that says it is dumb                 |
| `anything+plain`  | lines                                                                    |
| `CODE`            | a participant of the room that has this code, in the form of `anything`  |
| `CODE+plain`      | the same, in lines                                                       |
| `CODE+screen`     | a screen that the whole room may read                                    |
| `lead`            | whoever leads, by a key that is listed for it; else anybody              |
| `LEADERCODE`      | whoever leads beside them, by a code of their own                        |

What stands before the plus says nothing else about who somebody is; that is for their key to say.
User names are never logged: people type their own, or a password, by mistake.
"""

from typing import Final, Literal, NamedTuple

Form = Literal["", "screen", "plain"]
"""What was asked for; empty: whatever the terminal carries."""

LEAD: Final = "lead"
"""The name by which a listed key leads."""

_FORMS: dict[str, Form] = {"screen": "screen", "plain": "plain"}


class Asked(NamedTuple):
    """What a user name asks for.

    Attributes:
        who: What stands before the form.
        form: The form.
    """

    who: str
    form: Form = ""


def asked_by(name: str) -> Asked:
    """Read a user name; an ending that is unknown is a part of it."""
    who, plus, ending = name.rpartition("+")
    form = _FORMS.get(ending.casefold(), "") if plus else ""
    return Asked(who, form) if form else Asked(name)


class Aim(NamedTuple):
    """Where a name leads that is more than anybody's.

    Attributes:
        to: A room as a participant, as whoever leads it, or as a screen that all can read.
        code: The room's code; empty for `lead`, where the key says which room.
        shut: Too many codes were wrong: only a key that is known in that room gets there.
    """

    to: Literal["room", "lead", "wall"]
    code: str = ""
    shut: bool = False
