"""What `nowwhat doctor` says of a terminal, in words that can be pasted into a report."""

from nowwhat.packs.shapes import Shape


class DoctorWords(Shape, frozen=True, kw_only=True):
    """What is found out, and what was chosen for it."""

    program: str
    terminal: str
    inside_tmux: str
    inside_screen: str
    over_ssh: str
    size: str
    small: str
    unknown: str
    output: str
    shown_full: str
    shown_lines: str
    shown_not: str
    colours: str
    dark: str
    light: str
    dark_chosen: str
    light_chosen: str
    motion_full: str
    motion_less: str
    sync_yes: str
    sync_no: str
    sync_silent: str
    painting_wire: str
    painting_stock: str
    painting_moved: str
    erases: str
    repeats: str
    private: str
