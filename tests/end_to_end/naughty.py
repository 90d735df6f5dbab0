"""Lines that nobody means to type and that somebody will."""

import json
from pathlib import Path

OURS = (
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x1b]52;c;ZXZpbA==\x07",
    "\x1b[2J\x1b[H",
    "\x1bc",
    "\x1b[?1049h",
    "\x9b31m and \x90q\x9c",
    "\x1bPq#0;2;0;0;0\x1b\\",
    "a\x00b",
    "bell\x07 and back\x08space",
    "form\x0cfeed, vertical\x0btab",
    "carriage\rreturn",
    "tab\tbetween",
    "delete\x7fd",
    "next\x85line",
    "separators \u2028 and \u2029",
    "[red]markup[/red]",
    "[link=https://example.org]here[/link]",
    "[/]",
    "[@click=app.quit]",
    "{action}",
    "{readback} {0} {} {{",
    "%s %d %n %(x)s",
    "${HOME} $(id) `id` !!",
    "\u202eright to left\u202c",
    "\u2066isolate\u2069 \u200f\u200e",
    "\u061carabic letter mark",
    "\ufefforder mark",
    "zero\u200bwidth\u200djoiner",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 family",
    "\U0001f3f3\ufe0f\u200d\U0001f308",
    "e\u0301\u0301\u0301\u0301\u0301",
    "\u0635\u0644\u0649 \u05d0\u05dc",
    "\u65e5\u672c\u8a9e\u3067\u66f8\u304f",
    "\uff11\uff12\uff13",
    "\U000e0041\U000e0042 tags",
    "\ufffe\uffff\ufffd",
    '"},"insights":{"x":1}',
    "'; DROP TABLE actions; --",
    "<script>alert(1)</script>",
    "../../../../etc/passwd",
    "-rf --plain --help",
    "null",
    "0x1F 1e309 NaN -0",
    "\\u0000 \\x1b \\",
    "# not a comment",
    "a" * 300,
)

_BLNS = Path(__file__).parents[3] / "shared" / "corpus" / "blns.json"


def big_list() -> list[str]:
    """The public big list, where it lies beside this tree; ours alone where it does not."""
    whole = [*OURS, *(json.loads(_BLNS.read_bytes()) if _BLNS.exists() else ())]
    return [line for line in whole if line.strip()]
