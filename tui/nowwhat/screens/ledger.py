"""The ledger: what was understood on one bank, what was tried on the other, planks between."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Literal

import msgspec
from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from nowwhat.packs.filling import fill
from nowwhat.packs.words import Words
from nowwhat.screens.place import Place
from nowwhat.session.moment import Moment
from nowwhat.session.typed import shown
from nowwhat.sitting.timeline import FILTERS, Filter, Row, filtered, found, outcome_said
from nowwhat.widgets.banks import DATE, Banks, fitted
from nowwhat.widgets.footing import Named
from nowwhat.widgets.saying import Saying

_MOST = 60
"""Characters that may be searched for."""


class View(msgspec.Struct, frozen=True):
    """Where one stands in the ledger, so that one can come back to it.

    Attributes:
        only: The filter.
        search: What is searched for.
        at: Which of the rows in view is marked, from 0.
    """

    only: Filter = "all"
    search: str = ""
    at: int = 0


class Wanted(msgspec.Struct, frozen=True):
    """What is wanted of the ledger.

    Attributes:
        what: An entry whole, more that can be done, or to leave.
        view: Where one stood.
        row: Id of the entry's row.
    """

    what: Literal["entry", "more", "leave"]
    view: View
    row: str = ""


class Ledger(Place[Wanted]):
    """Dismisses with what is wanted. Letters search; arrows, digits and Enter do the rest."""

    DEFAULT_CSS = """
    Ledger #column { max-width: 112; overflow: hidden; }
    Ledger .title { margin-bottom: 0; }
    Ledger #ledger-filters { height: 1; width: 100%; }
    Ledger #ledger-search { height: 1; width: 100%; margin-bottom: 1; }
    Ledger.-short #ledger-search { margin-bottom: 0; }
    Ledger #ledger-heads { height: 1; width: 100%; color: $foreground-muted; }
    Ledger #ledger-none { margin-top: 1; }
    Ledger #ledger-told { height: 2; width: 100%; color: $foreground-muted; margin-top: 1; }
    Ledger.-short #ledger-told { height: 1; margin-top: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f7", "more", id="ledger.more", show=False),
        Binding("left", "turn(-1)", id="ledger.filter_before", show=False, priority=True),
        Binding("right", "turn(1)", id="ledger.filter_next", show=False, priority=True),
        Binding("backspace", "erase", id="ledger.erase", show=False, priority=True),
    ]

    def __init__(
        self,
        words: Words,
        rows: Sequence[Row],
        today: Moment,
        view: View | None = None,
        said: Sequence[str] = (),
    ) -> None:
        """Show a timeline.

        Args:
            words: What the program says.
            rows: Its rows, the latest first.
            today: The present; rows of this year are told by their day.
            view: Where to stand at first.
            said: What there is to say of what was done just now.
        """
        super().__init__(words)
        self._all, self._year, self._said = tuple(rows), today.at.year, tuple(said)
        self._begun = view or View()
        self._only, self._search = self._begun.only, self._begun.search
        self._in_view: tuple[Row, ...] = ()

    @property
    def view(self) -> View:
        """Where one stands."""
        return View(self._only, self._search, self.query_one(Banks).at)

    def compose_column(self) -> Iterable[Widget]:
        """Lay out filters, search, banks, and what is told of the marked row."""
        yield Saying(self.words.ledger.title, classes="title")
        yield Saying("\n".join(self._said), id="ledger-said", classes="quiet")
        yield Static(id="ledger-filters", markup=False)
        yield Static(id="ledger-search", markup=False)
        yield Static(id="ledger-heads", markup=False)
        yield Saying(id="ledger-none", classes="quiet")
        yield Banks(self._day)
        yield Static(id="ledger-told", markup=False)

    def on_mount(self) -> None:
        """Show what there is."""
        super().on_mount()
        self._look(self._begun.at)

    def focus_first(self) -> Widget:
        """Give the rows."""
        return self.query_one(Banks)

    def on_resize(self) -> None:
        """Write the heads where the banks stand now."""
        super().on_resize()
        self.call_after_refresh(self._head)

    def _look(self, at: int = 0) -> None:
        """Show the rows that the filter and the search let through."""
        words = self.words.ledger
        self._in_view = found(tuple(filtered(self._all, self._only)), self._search)
        none = "" if self._in_view else words.none_found if self._all else words.nothing
        self.query_one("#ledger-none", Saying).say(none)
        banks = self.query_one(Banks)
        banks.set_class(not self._in_view, "-empty")
        banks.show(self._in_view, at)
        self.query_one("#ledger-filters", Static).update(self._filters())
        self.query_one("#ledger-search", Static).update(self._searched())
        self._head()

    def _filters(self) -> Content:
        parts: list[Content | tuple[str, str] | str] = []
        for number, name in enumerate(FILTERS, 1):
            words: str = getattr(self.words.ledger, name)
            style = "bold underline $primary" if name == self._only else "$foreground-muted"
            parts += [(f"{number} ", "$foreground-muted"), (words, style), "  "]
        return Content.assemble(*parts[:-1])

    def _searched(self) -> Content:
        words = self.words.ledger
        counts = {"count": len(self._in_view), "all": len(self._all)}
        if not self._search:
            return Content.styled(words.search, "$foreground-muted")
        told = fill(words.shown, counts)
        return Content.assemble(
            (shown(self._search), "bold"), ("▏", "$primary"), " ", (told, "$foreground-muted")
        )

    def _head(self) -> None:
        """Name the two banks, each above its own."""
        width = self.query_one(Banks).room
        heads = self.query_one("#ledger-heads", Static)
        heads.set_class(not self._in_view, "-empty")
        if not self._in_view or width < DATE:
            heads.update("")
            return
        room = width - DATE - 10
        left = fitted(self.words.ledger.left, room // 2 + 9)
        heads.update(Content(" " * (DATE + 1) + left + self.words.ledger.right))

    def _day(self, row: Row) -> str:
        words = self.words.ledger
        this_year = row.at.at.year == self._year
        return row.at.at.strftime(words.day if this_year else words.far_day)

    @property
    def keys_here(self) -> list[Named]:
        """What more there is, and the way back."""
        return [("F7", self.words.ledger.more, "screen.more"), *super().keys_here]

    @property
    def keys_told(self) -> list[tuple[str, str]]:
        """Searching and filtering too."""
        keys = self.words.keys
        return [
            ("a-z", keys.search_words),
            ("1-6 ← →", keys.filter_rows),
            ("PgDn PgUp", keys.scroll),
            ("F7", keys.ledger_more),
            *super().keys_told[:1],
            *super().keys_told[2:],
        ]

    @on(Banks.Moved)
    def _moved(self) -> None:
        """Tell in words what the marks of a row mean."""
        row, told = self.query_one(Banks).row, self.query_one("#ledger-told", Static)
        told.update("" if row is None else Content(self._told(row)))

    def _told(self, row: Row) -> str:
        date = row.at.at.strftime(self.words.insight.date)
        return f"{date} · {outcome_said(row, self.words)}"

    @on(Banks.Opened)
    def _opened(self, event: Banks.Opened) -> None:
        self.dismiss(Wanted("entry", self.view, event.row.id))

    def on_key(self, event: events.Key) -> None:
        """Search for what is typed; a digit before all else is a filter."""
        char = event.character or ""
        if not char.isprintable() or not char or event.key.startswith("ctrl+"):
            return
        event.stop()
        if not self._search and char in "123456789":
            if int(char) <= len(FILTERS):
                self._filter(FILTERS[int(char) - 1])
            return
        self._search_for(self._search + char)

    def on_paste(self, event: events.Paste) -> None:
        """Search for what is pasted."""
        event.stop()
        self._search_for(self._search + " ".join(event.text.split()))

    def _search_for(self, said: str) -> None:
        self._search = said.lstrip()[:_MOST]
        self._look()

    def _filter(self, only: Filter) -> None:
        self._only = only
        self._look()

    def action_turn(self, by: int) -> None:
        """Take the next filter, or the one before."""
        self._filter(FILTERS[(FILTERS.index(self._only) + by) % len(FILTERS)])

    def action_erase(self) -> None:
        """Take the last letter back."""
        self._search_for(self._search[:-1])

    def action_more(self) -> None:
        """Ask for what more can be done."""
        self.dismiss(Wanted("more", self.view))

    def action_leave(self) -> None:
        """Let go of the search first, then leave."""
        if self._search:
            self._search_for("")
        else:
            self.dismiss(Wanted("leave", self.view))
