"""Home: what is open, what waits, what one may do."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec
from textual import on
from textual.containers import Center
from textual.widget import Widget

from nowwhat.packs.filling import fill
from nowwhat.packs.words import Words
from nowwhat.screens.place import Place
from nowwhat.session.typed import shown
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.prompt import Choice
from nowwhat.widgets.bridge import FAR, Bridge
from nowwhat.widgets.choices import Choices
from nowwhat.widgets.footing import Named
from nowwhat.widgets.saying import Saying

if TYPE_CHECKING:
    from nowwhat.sitting.opening import Waiting


class Lobby(msgspec.Struct, frozen=True):
    """What home shows of the journal.

    Attributes:
        actions: Open actions in words, oldest first.
        waiting: Sessions that can be gone on with, the latest first: id of the draft, and words.
        night: It is night.
        said: What there is to say, of a draft that was put aside and the like.
        planks: Planks on the bridge.
    """

    actions: tuple[str, ...] = ()
    waiting: tuple[tuple[str, str], ...] = ()
    night: bool = False
    said: tuple[str, ...] = ()
    planks: int = 0


def lobby_of(desk: Desk) -> Lobby:
    """Look what there is; nothing of it is decided here."""
    from nowwhat.sitting.card import planks_laid  # noqa: PLC0415 - home is painted before
    from nowwhat.sitting.opening import look_for_drafts, owed  # noqa: PLC0415
    from nowwhat.sitting.wording import with_when  # noqa: PLC0415

    words = desk.pack.words
    found = look_for_drafts(desk)
    said = [fill(words.visit.draft_aside, {"file": file}) for file in found.set_aside]
    if found.elsewhere:
        said.append(words.visit.elsewhere)
    sessions = [w for w in found.waiting if w.draft.script.role == "session"]
    return Lobby(
        actions=tuple(shown(with_when(action)) for action in owed(desk)),
        waiting=tuple((w.draft.id, _resume(w, words)) for w in reversed(sessions)),
        night=desk.clock.now().is_night,
        said=tuple(said),
        planks=planks_laid(desk.journal),
    )


def _resume(waiting: "Waiting", words: Words) -> str:
    begun = waiting.draft.began.at.strftime(words.insight.date)
    return fill(words.front.resume, {"title": waiting.title, "date": begun})


class Home(Place[str]):
    """Dismisses with what was chosen: a script's name, `resume:ID`, `park`, `ledger`, ..."""

    DEFAULT_CSS = """
    Home #home-name { text-style: bold; color: $primary; }
    Home #home-motto { color: $foreground-muted; margin-bottom: 1; }
    Home #home-open { border-left: wide $secondary; padding: 0 2; margin-bottom: 1; }
    Home #home-said { color: $warning; margin-bottom: 1; }
    Home #home-bridge { margin: 1 2; }
    Home.-short #home-bridge { margin: 0 2 1 2; }
    """

    def __init__(
        self, words: Words, look: Callable[[], Awaitable[Lobby]], said: Sequence[str] = ()
    ) -> None:
        """Prepare.

        Args:
            words: What the program says.
            look: Looks what the journal has; called once home is painted.
            said: What there is to say on coming back here.
        """
        super().__init__(words)
        self._look, self._said = look, tuple(said)

    def compose_column(self) -> Iterable[Widget]:
        """Lay out name, open action, choices."""
        yield Saying(self.words.front.name, id="home-name")
        yield Saying(self.words.front.motto, id="home-motto")
        yield Saying("\n\n".join(self._said), id="home-said")
        yield Saying(id="home-open")
        yield Choices(self._choices(Lobby()), apart=["breathe"])

    def compose_below(self) -> Iterable[Widget]:
        """Lay out the bridge as far as it has come."""
        with Center(id="home-bridge"):
            yield Bridge(walker=False)

    def on_mount(self) -> None:
        """Look what the journal has, once this is painted."""
        super().on_mount()
        self.call_after_refresh(self._look_and_show)

    async def _look_and_show(self) -> None:
        lobby = await self._look()
        if self.is_running:
            self.show(lobby)

    def focus_first(self) -> Widget:
        """Offer what one may do."""
        return self.query_one(Choices)

    def show(self, lobby: Lobby) -> None:
        """Show what there is."""
        words = self.words.front
        self.query_one("#home-said", Saying).say(*self._said, *lobby.said)
        many = fill(words.open_more, {"count": len(lobby.actions)})
        lead = words.open_one if len(lobby.actions) == 1 else many
        listed = "\n".join(lobby.actions)
        self.query_one("#home-open", Saying).say(f"{lead}\n{listed}" if lobby.actions else "")
        self.query_one(Bridge).lay(lobby.planks, max(FAR, lobby.planks + 2))
        choices, offers = self.query_one(Choices), self._choices(lobby)
        marked = choices.offered[choices.at].id if choices.at else ""  # somebody was quicker
        at = next((n for n, choice in enumerate(offers) if choice.id == marked), 0)
        choices.offer(offers, at)

    def _choices(self, lobby: Lobby) -> list[Choice]:
        words = self.words.front
        session = Choice("session", words.check_in if lobby.actions else words.session)
        night = Choice("two-minutes", words.two_minutes, words.night if lobby.night else "")
        listed = [
            *(Choice(f"resume:{name}", said) for name, said in lobby.waiting),
            session,
            Choice("full", words.full),
            night,
            Choice("rep", words.rep),
            Choice("stuck", words.stuck),
            Choice("breathe", words.breathe),
            Choice("park", words.park),
            Choice("ledger", words.ledger),
        ]
        if lobby.night:
            listed.remove(night)
            listed.insert(0, night)
        return listed

    @property
    def keys_here(self) -> list[Named]:
        """Escape leaves the program."""
        return [("Esc", self.words.footing.leave, "screen.leave")]

    @on(Choices.Taken)
    def _taken(self, event: Choices.Taken) -> None:
        self.dismiss(event.choice.id)

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss("leave")
