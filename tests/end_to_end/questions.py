"""How a question is known by what is said."""

from nowwhat.packs.filling import pick
from nowwhat.packs.pack import Pack
from nowwhat.session.script import Commit

PACK = Pack.find("en")
WORDS = PACK.words


def question(script: str, step: str, visit: int = 0) -> str:
    """Words by which a question is known; they vary with the sessions that were before."""
    found = PACK.script(script).step(step)
    return (
        WORDS.plain.say_i_will
        if isinstance(found, Commit)
        else pick(found.ask, visit).partition("{")[0]
    )
