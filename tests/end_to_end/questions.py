"""How the questions of a first session are known by what is said."""

from nowwhat.packs.pack import Pack
from nowwhat.session.script import Commit

PACK = Pack.find("en")
WORDS = PACK.words


def question(script: str, step: str) -> str:
    """Words by which a question of a first session is known."""
    found = PACK.script(script).step(step)
    return WORDS.plain.say_i_will if isinstance(found, Commit) else found.ask[0].partition("{")[0]
