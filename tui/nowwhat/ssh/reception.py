"""What is said and asked in lines before a session: where one is, and whether one is back."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

import msgspec
from msgspec.structs import replace

from nowwhat.packs.filling import fill
from nowwhat.packs.pack import Pack
from nowwhat.packs.serve_words import ServeWords
from nowwhat.plain.lines import EndOfInputError, Lines
from nowwhat.settings.places import country_of, country_of_zone
from nowwhat.ssh.clock import HouseClock, zone_of
from nowwhat.ssh.guests import Guests, Stay, TooManyGuessesError, words_in
from nowwhat.ssh.lodging import Lodging
from nowwhat.ssh.zones import guess_zone, zone_in
from nowwhat.store.errors import StoreError


class Received(msgspec.Struct, frozen=True):
    """What came of it.

    Attributes:
        stay: The stay of a guest: a new one or the one they came back to.
        takes_over: A person goes on here, and their other lines are to be closed.
    """

    stay: Stay | None = None
    takes_over: bool = False


class Reception:
    """Receives one person, before anything else is opened."""

    def __init__(
        self,
        lines: Lines,
        pack: Pack,
        clock: HouseClock,
        environ: Mapping[str, str],
        *,
        server_zone: str,
        in_lines: bool,
        address: str,
    ) -> None:
        """Prepare.

        Args:
            lines: Where it is spoken.
            pack: The words.
            clock: What time it is.
            environ: What the client sent of its environment.
            server_zone: The server's own zone, the last guess.
            in_lines: The session will be in lines, too, where no screen asks for the country.
            address: Where they come from; words that bring nobody back are counted by it.
        """
        self._lines, self._pack, self._clock, self._environ = lines, pack, clock, environ
        self._server_zone, self._in_lines, self._address = server_zone, in_lines, address
        self._words: ServeWords = pack.words.serve

    def guest(self, guests: Guests, *, kept: float, guesses: int) -> Received:
        """Receive a guest: say what becomes of their words, and let them come back to some.

        Raises:
            TooManyGuessesError: They typed too many words that bring back nothing.
            EndOfInputError: They are gone.
        """
        words, minutes = self._words, round(kept / 60)
        for said in words.guest:
            self._lines.say(said)
        back = self._coming_back(guests, guesses)
        zone, stay = self._place(back)
        if stay is not None:
            self._lines.say(words.resumed)
            return Received(stay)
        stay = self._welcome(guests, zone)
        waits: dict[str, str | int] = {"minutes": minutes, "words": stay.said}
        self._lines.say(fill(words.guest_words, waits))
        return Received(stay)

    def participant(self, guests: Guests, *, guesses: int, closed: bool) -> Received:
        """Receive somebody at the door of a room: say who can know what; let them come back.

        Args:
            guests: The stays of the room.
            guesses: Words typed wrongly that are borne.
            closed: Nobody new may come in; then there is no stay where they do not come back.

        Raises:
            TooManyGuessesError: They typed too many words that bring back nothing.
            EndOfInputError: They are gone.
        """
        lobby = self._pack.words.lobby
        back = self._coming_back(guests, guesses)
        while closed:
            self._lines.say(lobby.closed)
            typed = self._lines.ask().strip()
            stay = back(typed)
            if stay is not None or not typed:
                return Received(stay)
            self._lines.say(self._words.nothing_waits)
        for said in lobby.who_knows:
            self._lines.say(said)
        zone, stay = self._place(back)
        return Received(stay or self._welcome(guests, zone))

    def name(self, said: str) -> str:
        """Ask what they want to be called; empty: nothing.

        Raises:
            EndOfInputError: They are gone.
        """
        self._lines.say()
        self._lines.say(said)
        return self._lines.ask()

    def one_of(self, ask: str, options: Sequence[str]) -> int:
        """Ask for one of some things; gives its place, from 0. Enter is the first.

        Raises:
            EndOfInputError: They are gone.
        """
        self._lines.say()
        self._lines.say(ask)
        for number, option in enumerate(options, 1):
            self._lines.say(f"  {number}  {option}")
        known = {"": 0, **{str(number): number - 1 for number in range(1, len(options) + 1)}}
        while (typed := self._lines.ask().strip()) not in known:
            self._lines.say(fill(self._pack.words.plain.not_a_choice, {"top": len(options)}))
        return known[typed]

    def person(self, lodging: Lodging, *, here_already: bool) -> Received:
        """Receive somebody with a key: ask what is not known yet.

        Raises:
            EndOfInputError: They are gone.
        """
        if not lasts(lodging.preferences().zone):
            zone, _ = self._place(None, lodging.preferences().zone)
            self._settle(lodging, zone)
        return Received(takes_over=here_already and self._goes_on_here())

    def _coming_back(self, guests: Guests, guesses: int) -> "Callable[[str], Stay | None]":
        """Let them try words, so many times."""
        missed = 0

        def back(typed: str) -> Stay | None:
            nonlocal missed
            try:
                found = guests.named(typed, self._address)
            except TooManyGuessesError:
                self._lines.say(self._words.too_many_words)
                raise
            missed += found is None and len(words_in(typed)) > 1
            if missed > guesses:
                raise TooManyGuessesError
            return found

        return back

    def _place(
        self, back: "Callable[[str], Stay | None] | None", zone: str = ""
    ) -> tuple[str, Stay | None]:
        """Ask where they are, until that is known; or find the stay they name the words of."""
        words = self._words
        zone = zone or guess_zone(self._environ, self._server_zone)
        while True:
            there = self._clock.now().astimezone(zone_of(zone))
            told = {"clock": there.strftime(words.clock), "zone": zone.replace("_", " ")}
            self._lines.say()
            self._lines.say(fill(words.here_is, told))
            self._lines.say(words.confirm)
            if back is not None:
                self._lines.say(words.resume)
            typed = self._lines.ask().strip()
            if not typed:
                return zone, None
            stay = back(typed) if back is not None else None
            if stay is not None:
                return zone, stay
            named = zone_in(typed, self._clock.now())
            if named:
                zone = named
                if not lasts(named):
                    return zone, None
            else:
                several = back is not None and len(words_in(typed)) > 1
                self._lines.say(words.nothing_waits if several else words.not_a_place)

    def _welcome(self, guests: Guests, zone: str) -> Stay:
        """Begin a stay; who goes before it is settled leaves none behind."""
        stay = guests.welcome()
        try:
            self._settle(stay.lodging, zone)
        except EndOfInputError:
            guests.forget(stay)
            raise
        return stay

    def _settle(self, lodging: Lodging, zone: str) -> None:
        """Keep where they are; in line mode ask for the country, whose help lines are shown."""
        chosen = replace(lodging.preferences(), zone=zone)
        if self._in_lines and not chosen.country:
            chosen = replace(chosen, country=self._country(zone))
        with suppress(StoreError):  # it is asked again next time
            lodging.prefer(chosen)

    def _country(self, zone: str) -> str:
        care, words = self._pack.care, self._words
        guess = country_of(self._environ) or country_of_zone(zone)
        named = next((c for c in care.country if c.code == guess), None)
        self._lines.say(words.country)
        while True:
            if named is not None:
                self._lines.say(fill(words.country_enter, {"country": named.name}))
            typed = self._lines.ask().strip()
            if not typed:
                return named.code if named else ""
            found = care.country_named(typed)
            if found is not None:
                return found.code
            self._lines.say(words.not_a_country)
            named = None

    def _goes_on_here(self) -> bool:
        words = self._words
        ways = (words.elsewhere_here, words.elsewhere_there)
        return self.one_of(words.elsewhere, ways) == 0


def lasts(zone: str) -> bool:
    """Say whether a zone need not be asked for again: an offset changes with the season."""
    return "/" in zone and zone_of(zone) is not None
