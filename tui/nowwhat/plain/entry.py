"""One entry in lines: said whole, mended, added to, deleted."""

from nowwhat.packs.filling import fill
from nowwhat.plain.choosing import rating_in
from nowwhat.plain.page import Page
from nowwhat.sitting.editing import (
    Deletable,
    Said,
    add_rung,
    deletable,
    delete,
    mend,
    mendable,
    what_goes,
)
from nowwhat.sitting.entry import Entry, entry_of, parts_of
from nowwhat.sitting.prompt import Choice

_TOP = 10
"""Discomfort goes from 0 to here."""


class EntryPage(Page):
    """Speaks one entry until the person goes back."""

    def run(self, row_id: str) -> str:
        """Say one entry whole, and do with it what is wanted, until they go back."""
        while True:
            entry = entry_of(self.desk.journal, row_id)
            if entry is None:
                return ""
            self.say_parts(parts_of(entry, self.desk.pack))
            chosen = self.choose(self._ways(entry))
            if chosen == "rep":
                return "rep"
            if chosen == "back":
                return ""
            self._change(entry, chosen)

    def _ways(self, entry: Entry) -> list[Choice]:
        said = self.words.edit
        ladder = [Choice("rep", said.next_rung), Choice("add", said.add_rung)]
        again = [Choice("rep", said.again)] if entry.done else []
        edit = [Choice("mend", said.mend), Choice("delete", said.delete)]
        back = Choice("back", self.words.ledger.back)
        return [*(ladder if entry.ladder else again), *edit, back]

    def _change(self, entry: Entry, chosen: str) -> None:
        match chosen:
            case "mend":
                self._mend(entry)
            case "add":
                self._add_rung(entry)
            case _:
                self._delete(entry)

    def _mend(self, entry: Entry) -> None:
        listed = list(mendable(entry, self.words))
        choices = [Choice(str(n), word.text, word.what) for n, word in enumerate(listed)]
        self.lines.say()
        self.lines.say(self.words.edit.mend_ask)
        chosen = self.choose([*choices, Choice("back", self.words.ledger.back)])
        if chosen == "back":
            return
        word = listed[int(chosen)]
        self.lines.say(self.words.edit.mend_hint)
        self.lines.say(fill(self.words.edit.plain_mend, {"text": word.text}))
        raw = self.line()
        if raw:
            self.done(lambda: mend(self.desk, word, raw))

    def _add_rung(self, entry: Entry) -> None:
        said, ladder = self.words.edit, entry.ladder
        self.lines.say(said.add_rung_ask)
        raw = self.line()
        if not raw or ladder is None:
            return
        while True:
            self.lines.say(said.add_rung_rate)
            line = self.line()
            rated = rating_in(line, _TOP)
            if rated is not None:
                break
            if not line:
                return
            self.lines.say(fill(self.words.plain.not_a_number, {"top": _TOP}))
        self.done(lambda: add_rung(self.desk, ladder, raw, rated))

    def _delete(self, entry: Entry) -> None:
        listed = list(deletable(entry, self.desk))
        chosen = listed[0].key
        if len(listed) > 1:
            self.lines.say()
            self.lines.say(self.words.edit.delete_ask)
            choices = [Choice(gone.key, gone.words) for gone in listed]
            chosen = self.choose([*choices, Choice("back", self.words.ledger.back)])
        if chosen == "back":
            return
        gone: Deletable = next(each for each in listed if each.key == chosen)
        if self.sure(what_goes(self.desk, gone)):
            self.done(lambda: Said(delete(self.desk, gone)))
