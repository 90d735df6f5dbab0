"""Nothing: what is seen at once when somebody leaves quickly."""

from textual.screen import Screen


class Blank(Screen[None]):
    """An empty screen, in the terminal's own colours as far as they are known."""

    DEFAULT_CSS = """
    Blank { background: $background; }
    """
