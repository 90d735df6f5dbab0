"""What others write to the terminal, and what of our knowledge it leaves standing."""

import re
from enum import Enum


class Foreign(Enum):
    """What something that was written does to the screen."""

    NOTHING = "nothing"
    MOVES = "moves"
    SHOWS = "shows"


_HARMLESS = re.compile(
    r"\x07"  # the bell
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # OSC: title, clipboard, a link's ends
    r"|\x1b\[\?(?!(?:3|47|1047|1048|1049)[hl])\d+[hl]"  # modes but those that change the screen
    r"|\x1b\[\?\d+\$p|\x1b\[[>=?]?\d*[cn]"  # questions
    r"|\x1b\[[<>=][\d;]*u|\x1b\[\d* q"  # kitty's keyboard, the cursor's form
)
_MOVING = re.compile(r"\x1b\[[\d;]*[A-HGdfmsu]|\x1b[78]|[\r\b]|\x1b\[\?1048[hl]")


def what_it_does(data: str) -> Foreign:
    """Say what it does; of what is not known, the worst is thought."""
    rest = _HARMLESS.sub("", data)
    if not rest:
        return Foreign.NOTHING
    return Foreign.SHOWS if _MOVING.sub("", rest) else Foreign.MOVES
