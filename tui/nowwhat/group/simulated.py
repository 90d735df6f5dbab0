"""One simulated participant: the real engine behind a hub, at the pace of a person."""

from datetime import date

from nowwhat.group.answering import Judge, Lines, answer, seconds_for
from nowwhat.group.chance import Chance
from nowwhat.group.commands import (
    AskBuddy,
    Command,
    Drop,
    Join,
    Leave,
    Reached,
    Ready,
    Return,
    Share,
    SpeakAfter,
    TakeBack,
    WantBuddy,
)
from nowwhat.group.hub import Hub
from nowwhat.group.manner import Manner
from nowwhat.group.refusing import RefusedError
from nowwhat.group.room import Participant, Room
from nowwhat.session.errors import SessionError
from nowwhat.session.events import Event, Left, Paced
from nowwhat.session.flow import advance, begin
from nowwhat.session.script import Script
from nowwhat.session.state import Ending, State

AGAIN = 30.0
"""Seconds until somebody who was refused knocks once more."""


class Simulated:
    """Somebody who is not there.

    What they write stays in `state`; into the room goes what they share, as with anybody.

    Attributes:
        state: Their sitting.
        number: Their number in the room; 0 before they joined.
    """

    def __init__(
        self,
        token: str,
        script: Script,
        *,
        manner: Manner,
        chance: Chance,
        lines: Lines,
        judge: Judge,
        day: date,
    ) -> None:
        self.state: State = begin(script)
        self.number = 0
        self._token, self._manner, self._chance = token, manner, chance
        self._lines, self._judge, self._day = lines, judge, day
        self._name = chance.one_of(lines.names) if chance.happens(0.85) else ""
        self._event: Event | None = None
        self._due = self._knocks = manner.comes
        self._back: float | None = None
        self._dropped = self._gone = False
        self._wished = self._shared = False
        self._shared_at = 0.0
        self._given_up = ""

    def live(self, hub: Hub, code: str, now: float) -> None:
        """Do what they would have done by now, each thing once.

        Args:
            hub: Carries their room.
            code: Its code.
            now: Seconds of the room's clock since the rehearsal began.
        """
        room = hub.room(code)
        if room is None or self._gone:
            return
        me = room.participant(self.number) if self.number else None
        if me is None or not me.present:
            self._come(hub, room, me, now)
            return
        if room.ended or (self._manner.leaves is not None and now >= self._manner.leaves):
            self._go(hub, code)
        elif not self._drop_now(hub, code, now):
            self._follow(hub, room, now)
            self._write(now)
            self._signal(hub, room, me, now)

    # Coming and going

    def _come(self, hub: Hub, room: Room, me: Participant | None, now: float) -> None:
        if me is not None and self._back is None:  # taken out: one in two comes back
            self._gone = self._chance.happens(0.5)
            self._back = self._knocks = now + AGAIN
        if now < (self._knocks if self._back is None else max(self._back, self._knocks)):
            return
        self._knocks = now + AGAIN
        command: Command = Return(self._token) if me else Join(self._token, self._name)
        try:
            room = hub.send(room.code, command, "newcomer")
        except RefusedError as refused:
            self._gone = refused.reason in ("banned", "out_of_turn", "known")
            return
        found = room.holder(self._token)
        self.number, self._back = found.id if found else 0, None

    def _go(self, hub: Hub, code: str) -> None:
        if self.state.ending is Ending.OPEN:
            self.state = advance(self.state, Left())
        self._gone = self._send(hub, code, Leave())

    def _drop_now(self, hub: Hub, code: str, now: float) -> bool:
        when = self._manner.drops
        if when is None or self._dropped or now < when:
            return False
        self._dropped = self._send(hub, code, Drop())
        self._back = now + self._manner.away
        return True

    # The sitting

    def _follow(self, hub: Hub, room: Room, now: float) -> None:
        stop = room.pace.stop
        if stop is None or stop.step == self.state.open_to:
            return
        self.state = advance(self.state, Paced(step=stop.step))
        self._event, self._given_up = None, ""  # what was half written stays where it was
        self._due = now + self._chance.between(1, 5)
        self._send(hub, room.code, Reached(room.pace.at))

    def _write(self, now: float) -> None:
        step = self.state.step
        if step is None or self._manner.silent or self.state.ending is not Ending.OPEN:
            return
        if now < self._due or self._given_up == step.id:
            return
        if self._event is None:
            self._event = answer(self.state, step, self._chance, self._lines, self._judge)
            if self._event is None:
                self._given_up = step.id
            else:
                self._due = now + seconds_for(step, self._event, self._manner)
            return
        try:
            self.state = advance(self.state, self._event)
        except SessionError:
            self._given_up = step.id
        self._event = None

    # The room

    def _signal(self, hub: Hub, room: Room, me: Participant, now: float) -> None:
        silent, manner, code = self._manner.silent, self._manner, room.code
        done = self.state.waiting or self._given_up == self.state.at
        if room.pace.stop and done and not me.ready and not silent and now >= self._due:
            self._send(hub, code, Ready())
        if self.state.committed and not self._wished:
            self._wished = True
            if manner.speaks:
                self._send(hub, code, SpeakAfter())
            if manner.wants_buddy:
                self._send(hub, code, WantBuddy())
        if me.asks_on is None and room.buddies_of(me.id):
            self._send(hub, code, AskBuddy(self._day))
        self._share(hub, room, me, now)

    def _share(self, hub: Hub, room: Room, me: Participant, now: float) -> None:
        manner, mine = self._manner, [each.id for each in room.shared if each.by == me.id]
        if mine and manner.regrets is not None and now >= self._shared_at + manner.regrets:
            self._send(hub, room.code, TakeBack(mine[0]))
        elif manner.shares and not self._shared and room.sharing and self.state.committed:
            said = Share(self.state.action_line, "action", named=manner.named)
            self._shared, self._shared_at = self._send(hub, room.code, said), now

    def _send(self, hub: Hub, code: str, command: Command) -> bool:
        try:
            hub.send(code, command, self.number)
        except RefusedError:  # the room moved on meanwhile; they see it and go on
            return False
        return True
