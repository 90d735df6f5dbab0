"""Showing and taking away, without styles being read anew.

A class that comes or goes has Textual match every rule against a widget and all in it; a hundred
who go on to the next step together would wait for that.
"""

from textual.widget import Widget


def take_away(widget: Widget, *, away: bool) -> None:
    """Take a widget away, or leave it to the rules whether it is shown."""
    styles = widget.styles
    if away:
        styles.display = "none"
    elif styles.inline.has_rule("display"):
        styles.clear_rule("display")
        widget.refresh(layout=True)


def stand_apart(widget: Widget, *, apart: bool) -> None:
    """Let a row be free above a widget, or none."""
    styles = widget.styles
    if apart:
        styles.margin = (1, 0, 0, 0)
    elif styles.inline.has_rule("margin"):
        styles.clear_rule("margin")
        widget.refresh(layout=True)
