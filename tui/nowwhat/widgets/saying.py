"""Words, shown as they are: nothing in them is taken for markup."""

from textual.content import Content
from textual.widgets import Static


class Saying(Static):
    """A paragraph or a few; away while there are none."""

    DEFAULT_CSS = """
    Saying { height: auto; width: 100%; background: transparent; }
    Saying.-empty { display: none; }
    """

    def __init__(self, text: str = "", *, id: str | None = None, classes: str = "") -> None:  # noqa: A002 - Textual calls it so
        """Show `text`."""
        super().__init__(Content(text), markup=False, id=id, classes=classes)
        self.set_class(not text, "-empty")

    def say(self, *paragraphs: str) -> None:
        """Show paragraphs, an empty line between two of them."""
        text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
        self.update(Content(text))
        self.set_class(not text, "-empty")
