"""A bare `nowwhat`: where you are, and what you may do."""

from nowwhat.cli.surroundings import Surroundings
from nowwhat.cli.trouble import tell_of_trouble


def home(around: Surroundings) -> int:
    """Say where the person is, and do what they choose."""
    from nowwhat.cli.screen import show, why_lines  # noqa: PLC0415 - a command was not asked for
    from nowwhat.cli.session import DEFAULT  # noqa: PLC0415

    if not why_lines(around):
        from nowwhat.screens.entrance import Entrance  # noqa: PLC0415 - line mode needs none

        return show(around, Entrance("home", DEFAULT))
    return _home_in_lines(around, DEFAULT)


def _home_in_lines(around: Surroundings, default: str) -> int:
    from nowwhat.cli.dialogues import open_lines, status_of  # noqa: PLC0415 - the screen needs none
    from nowwhat.plain.lines import EndOfInputError  # noqa: PLC0415
    from nowwhat.plain.staying import Stay  # noqa: PLC0415

    stay = Stay(around.desk(), open_lines(around), default)
    around.ready_coach()
    try:
        ending = stay.run()
    except EndOfInputError:
        ending = None
    tell_of_trouble(around)
    return 2 if stay.unsaved else status_of(ending) if ending else 0
