"""The ledger in lines: a few rows at a time, to be searched and filtered; weeks and months."""

from nowwhat.exports.kinds import KINDS, written
from nowwhat.packs.filling import fill
from nowwhat.plain.choosing import number_in
from nowwhat.plain.commands import is_word
from nowwhat.plain.entry import EntryPage
from nowwhat.plain.lines import Lines
from nowwhat.plain.page import Page
from nowwhat.sitting.climbing import next_rungs
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.editing import Said, all_that_goes, delete_everything
from nowwhat.sitting.looking_back import Span, look_back, look_parts, span_said
from nowwhat.sitting.prompt import Choice
from nowwhat.sitting.taking import everything_in, forms
from nowwhat.sitting.timeline import FILTERS, Filter, Row, filtered, found, row_line, timeline

AT_ONCE = 12
"""Rows that are said at a time."""


class Ledger(Page):
    """Speaks the ledger until the person goes back."""

    def __init__(self, desk: Desk, lines: Lines) -> None:
        """Prepare."""
        super().__init__(desk, lines)
        self._only: Filter = "all"
        self._search = ""
        self._rows: tuple[Row, ...] = ()
        self._first = 0

    def run(self) -> str:
        """Speak until the person goes back.

        Returns:
            The script that they would begin now; empty where none.

        Raises:
            EndOfInputError: No more lines come.
            LeaveAsked: The person leaves.
        """
        self._look()
        while True:
            line = self._ask()
            if not line.strip() or is_word(line, self.words.command.back):
                if not self._search and self._only == "all":
                    return ""
                self._only, self._search = "all", ""
                self._look()
                continue
            if begin := self._do(line):
                return begin

    def _look(self) -> None:
        """Look up the rows, and say the latest of them."""
        journal = self.desk.journal
        every = timeline(journal, next_rungs(journal))
        self._rows = found(tuple(filtered(every, self._only)), self._search)
        self._first = 0
        self.lines.say()
        self.lines.say(self.words.ledger.title)
        if not self._rows:
            said = self.words.ledger
            self.lines.say(said.none_found if every else said.nothing)
        else:
            if len(self._rows) < len(every):
                counts = {"count": len(self._rows), "all": len(every)}
                self.lines.say(fill(self.words.ledger.shown, counts))
            self._say_rows()

    def _say_rows(self) -> None:
        """Say a page of rows, its latest last: that is where the eye is."""
        page = self._rows[self._first : self._first + AT_ONCE]
        for number, row in reversed(list(enumerate(page, 1))):
            self.lines.say(f"  {number}  {row_line(row, self.words)}")

    def _ask(self) -> str:
        """Ask what to look at; care, help and leaving are understood."""
        said, words = self.words.ledger, self.words.ledger_command
        named = [getattr(words, name)[0] for name in FILTERS]
        more = [words.week[0], words.month[0], words.make_ladder[0]]
        more += [words.take[0], words.delete_all[0]]
        if self._first + AT_ONCE < len(self._rows):
            more.insert(0, words.earlier[0])
        while True:
            self.lines.say()
            self.lines.say(said.plain_ask)
            self.lines.say(fill(said.plain_ways, {"only": ", ".join(named)}))
            self.lines.say(fill(said.plain_more, {"more": ", ".join(more)}))
            line = self.lines.ask()
            if is_word(line, self.words.command.back) or not self.asides.heed(line):
                return line

    def _do(self, line: str) -> str:
        """Do what a line asks for; gives a script that the person would begin now."""
        words = self.words.ledger_command
        number = number_in(line, len(self._rows[self._first : self._first + AT_ONCE]))
        if number:
            begin = EntryPage(self.desk, self.lines).run(self._rows[self._first + number - 1].id)
            if not begin:
                self._look()
            return begin
        for name in FILTERS:
            if is_word(line, getattr(words, name)):
                self._only = name
                self._look()
                return ""
        if is_word(line, words.make_ladder):
            return "ladder"
        if is_word(line, words.week):
            self.look_at_days("week")
        elif is_word(line, words.month):
            self.look_at_days("month")
        elif is_word(line, words.take):
            self._take_along()
        elif is_word(line, words.delete_all):
            self._delete_everything()
        elif is_word(line, words.earlier) and self._first + AT_ONCE < len(self._rows):
            self._first += AT_ONCE
            self.lines.say()
            self._say_rows()
        else:
            self._search = " ".join(line.split())
            self._look()
        return ""

    def _take_along(self) -> None:
        """Say the journal in a form that can be kept: what is said is in the person's terminal."""
        said = self.words.ledger
        self.lines.say(said.take_ask)
        chosen = self.choose(forms(said))
        for kind in KINDS:
            if kind == chosen:
                text = written(kind, everything_in(self.desk.journal), self.words.export)
                self.lines.show(text)

    def _delete_everything(self) -> None:
        if self.sure(all_that_goes(self.desk)):
            self.done(lambda: Said(delete_everything(self.desk)))
            self._look()

    def look_at_days(self, span: Span) -> None:
        """Say a week or a month, and those before it as long as they are asked for."""
        back, said = 0, self.words.looking
        while True:
            today = self.desk.clock.now().at.date()
            seen = look_back(self.desk.journal, span, today, back)
            self.lines.say()
            self.lines.say(span_said(seen, self.words))
            self.say_parts(look_parts(seen, self.desk.pack))
            ways = [Choice("earlier", said.earlier), Choice("back", self.words.ledger.back)]
            if self.choose(ways) != "earlier":
                return
            back += 1
