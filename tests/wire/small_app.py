"""A small app with all that moves on a screen: fields, lists, a modal, what scrolls, what wraps."""

from typing import Any, ClassVar

from tests.wire.beside import Beside
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static, TextArea

from nowwhat.wire.abilities import Abilities

WORDS = (
    "plain words",
    "e\u0301te\u0301 combining",
    "\u6f22\u5b57 wide \u304b\u306a",
    "\U0001f469\u200d\U0001f4bb joined \u2764\ufe0f \U0001f44d\U0001f3fd \U0001f1e9\U0001f1ea",
    "\u05e9\u05dc\u05d5\u05dd right to left \u0627\u0644\u0639\u064e",
    "[bold]bold[/] [i]italic[/] [u]under[/] [reverse]back[/] [strike]gone[/] [dim]faint[/]",
    "\u2500" * 30,
    "[link='https://example.org/a']a link[/link] and more",
)


class Ask(ModalScreen[None]):
    """Something in front of everything else."""

    CSS = "Ask { align: center middle; } Ask Static { width: 20; border: round $primary; }"
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss", "close"), ("q", "dismiss", "")]

    def compose(self) -> ComposeResult:
        yield Static("Is \u6f22 it so? \U0001f469\u200d\U0001f4bb")


class Small(Beside):
    """The app."""

    CSS = """
    Horizontal { height: 8; } OptionList { width: 40%; } TextArea { width: 1fr; }
    VerticalScroll { height: 1fr; background: $boost; } Input { border: tall $primary; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("f3", "ask", "ask"),
        ("f4", "more", "more"),
        ("f5", "bell", "ring"),
        ("f6", "copy", "copy"),
        ("f7", "dark", "turn"),
    ]

    def __init__(self, abilities: Abilities | None = None, **given: Any) -> None:
        super().__init__(**given)
        self.abilities = abilities or self.abilities
        self.number = 0

    def compose(self) -> ComposeResult:
        yield Input(placeholder="a line")
        with Horizontal():
            yield OptionList(*[f"{n} {WORDS[n % 5]}" for n in range(20)])
            yield TextArea("a page\n" + "\n".join(WORDS[:5]), soft_wrap=True)
        with VerticalScroll():
            for words in WORDS * 3:
                yield Static(words)

    def on_mount(self) -> None:
        for each in self.query(Input):
            each.cursor_blink = False
        self.query_one(TextArea).cursor_blink = False

    def action_ask(self) -> None:
        if not isinstance(self.screen, Ask):
            self.push_screen(Ask())

    def action_more(self) -> None:
        self.number += 1
        words = WORDS[self.number % len(WORDS)]
        found = self.screen_stack[0].query(Static)
        found[self.number % len(found)].update(words)
        found[-1].styles.background = "red" if self.number % 2 else "blue"

    def action_copy(self) -> None:
        self.copy_to_clipboard("words")

    def action_dark(self) -> None:
        self.theme = "textual-light" if self.theme == "textual-dark" else "textual-dark"
