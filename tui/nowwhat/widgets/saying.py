"""Words, shown as they are: nothing in them is taken for markup."""

from textual.content import Content
from textual.widgets import Static

from nowwhat.widgets.away import take_away


class Saying(Static):
    """A paragraph or a few; away while there are none."""

    DEFAULT_CSS = """
    Saying { height: auto; width: 100%; background: transparent; }
    """

    def __init__(
        self,
        text: str = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual calls it so
        classes: str = "",
        stays: bool = False,
    ) -> None:
        """Show `text`; what `stays` keeps its room while there is none."""
        super().__init__(Content(text), markup=False, id=id, classes=classes)
        self._stays = stays
        take_away(self, away=not text and not stays)

    def say(self, *paragraphs: str) -> None:
        """Show paragraphs, an empty line between two of them."""
        text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
        if text == str(self.content):
            return
        before, height = bool(str(self.content)), self._height()
        self.update(Content(text), layout=False)
        take_away(self, away=not text and not self._stays)
        # A layout costs a screen more than all else that a word less or more makes it do.
        if before is not bool(text) or height is None or height != self._height():
            self.refresh(layout=True)

    def _height(self) -> int | None:
        """Rows that the words take in the room they have; None: a layout has to say."""
        width, wanted = self.content_size.width, self.styles.width
        if not width or wanted is None or wanted.is_auto:
            return None
        return self.visual.get_height(self.styles.get_render_rules(), width)
