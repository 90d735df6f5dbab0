"""Being at home, in lines: what is chosen is done, and one comes back, until a session ends it."""

from nowwhat.packs.words import Words
from nowwhat.plain.asides import Asides
from nowwhat.plain.breathing_alone import breathe_alone
from nowwhat.plain.commands import LeaveAsked
from nowwhat.plain.home import Home
from nowwhat.plain.ledger import Ledger
from nowwhat.plain.lines import EndOfInputError, Lines
from nowwhat.plain.visit import Visit
from nowwhat.session.script import Depth
from nowwhat.session.state import Ending
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.parking import park
from nowwhat.store.errors import StoreError

_SECONDS = 120.0
"""How long a breathing from home lasts."""


class Stay:
    """One person's stay, in lines.

    Attributes:
        unsaved: What its session came to is on no disk yet.
    """

    unsaved = False

    def __init__(self, desk: Desk, lines: Lines, default: str) -> None:
        """Prepare.

        Args:
            desk: What a sitting works with.
            lines: Where it is spoken.
            default: Id of the script that "a session" means.
        """
        self._desk, self._lines, self._default = desk, lines, default
        self._words: Words = desk.pack.words
        self._asides = Asides.at(desk, lines)

    def run(self) -> Ending | None:
        """Stay until a session has ended, or the person leaves.

        Returns:
            How the session ended; none where there was none.

        Raises:
            EndOfInputError: No more lines come. Everything given is kept.
        """
        home = Home(self._desk, self._lines)
        while True:
            try:
                chosen = home.run()
                match chosen:
                    case "leave":
                        return None
                    case "breathe":
                        pattern = self._desk.pack.patterns[0]
                        breathe_alone(self._desk, self._lines, pattern, _SECONDS)
                    case "care":
                        self._asides.say_care()
                    case "history":
                        begun = Ledger(self._desk, self._lines).run()
                        if begun:
                            return self._session(begun)
                    case "park":
                        self._park(home.park())
                    case _:
                        return self._session(chosen)
            except LeaveAsked:
                return None

    def _session(self, chosen: str) -> Ending:
        script = self._default if chosen in ("session", "full") else chosen
        visit = Visit(self._desk, self._lines)
        depth: Depth = "full" if chosen == "full" else "short"
        try:
            return visit.run(self._desk.pack.solo(script), depth)
        except EndOfInputError:
            self._lines.say()
            self._lines.say(self._words.plain.input_ended)
            return Ending.LEFT
        except KeyboardInterrupt:
            self._lines.say()
            self._lines.say(self._words.plain.left)
            raise
        finally:
            self.unsaved = visit.unsaved

    def _park(self, raw: str) -> None:
        if not raw:
            return
        try:
            said = park(raw, self._desk.journal, self._desk.clock.now(), self._words)
        except StoreError as error:
            said = (str(error),)
        for line in said:
            self._lines.say(line)
        kind = self._desk.coach.hears(raw)
        if kind:
            self._asides.say_care(kind)
