"""The user names of SSH, in one table: who comes, and in which form.

`ssh NAME@host` where NAME is `[ANY][+screen | +plain]`:

| name           | form                                                         |
|----------------|--------------------------------------------------------------|
| `anything`     | full screen where the terminal carries one, else lines       |
| `anything+screen` | full screen, also in a terminal that says it is dumb       |
| `anything+plain`  | lines                                                      |

What stands before the plus says nothing about who somebody is; that is for their key to say.
User names are never logged: people type their own, or a password, by mistake.
"""

from typing import Literal

Form = Literal["", "screen", "plain"]
"""What was asked for; empty: whatever the terminal carries."""

_FORMS: dict[str, Form] = {"screen": "screen", "plain": "plain"}


def form_of(name: str) -> Form:
    """Read the form that a user name asks for; an ending that is unknown asks for none."""
    return _FORMS.get(name.rpartition("+")[2].casefold(), "") if "+" in name else ""
