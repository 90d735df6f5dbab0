"""What is pasted is one piece, however the line cuts it up; what is typed is let through."""

from hypothesis import given
from hypothesis import strategies as st

from nowwhat.widgets.pasting import Pastes

BEGINS, ENDS = "\x1b[200~", "\x1b[201~"
WORDS = st.text(alphabet="ab\x1b[0122~\r\x00", max_size=12)


def pieces(pastes: Pastes, *chunks: str) -> list[tuple[bool, str]]:
    """What comes of these chunks, what was typed put together."""
    found: list[tuple[bool, str]] = []
    for chunk in chunks:
        for pasted, text in pastes.split(chunk):
            if found and not pasted and not found[-1][0]:
                text = found.pop()[1] + text  # noqa: PLW2901 - it is the same piece
            found.append((pasted, text))
    return found


@given(WORDS, st.integers(1, 40), st.integers(1, 40))
def test_wherever_the_line_cuts_it_the_paste_is_whole(text: str, first: int, second: int) -> None:
    pasted = text.replace(ENDS, "")
    whole = f"xy{BEGINS}{pasted}{ENDS}z"
    if pasted + ENDS != (pasted + ENDS).partition(ENDS)[0] + ENDS:
        return  # the end of the text and the mark would be read as a mark that begins earlier
    at = sorted((min(first, len(whole)), min(second, len(whole))))
    cut = (whole[: at[0]], whole[at[0] : at[1]], whole[at[1] :])
    came = (cut[0], cut[0] + cut[1])
    if any(part.endswith("\x1b") for part in came if BEGINS not in part):
        return  # Escape alone is a key, and is not kept waiting
    assert pieces(Pastes(), *cut) == [(False, "xy"), (True, pasted), (False, "z")]


def test_a_key_that_looks_like_the_beginning_of_a_paste_is_let_go_of() -> None:
    pastes = Pastes()
    assert pieces(pastes, "\x1b[20") == []
    assert pastes.held
    assert pieces(pastes, "~") == [(False, "\x1b[20~")]
    assert pieces(pastes, "\x1b[") == []
    assert pastes.release() == "\x1b["
    assert pieces(pastes, "\x1b") == [(False, "\x1b")]


def test_a_paste_without_an_end_is_let_go_of_beyond_a_limit() -> None:
    pastes = Pastes()
    assert pieces(pastes, BEGINS, *["x" * 60_000] * 3) == []
    assert not pastes.held
    assert pieces(pastes, f"{ENDS}y") == [(True, "x" * 100_000), (False, "y")]
