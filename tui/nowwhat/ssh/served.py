"""A pack as a server speaks it: read once, shared by all, true of where words lie here."""

from msgspec.structs import replace

from nowwhat.packs.pack import Pack
from nowwhat.session.script import Script


class ServedPack(Pack):
    """A pack that was read before anybody came."""

    def __init__(self, pack: Pack, lies: str) -> None:
        """Share what a pack has read, and say otherwise where words lie.

        Args:
            pack: One of which everything has been read (`read_all`).
            lies: Where what somebody writes lies, in a sentence or two.
        """
        super().__init__(pack.folder)
        self.__dict__.update(pack.__dict__)
        words = pack.words
        self.words = replace(
            words,
            carry=replace(words.carry, save=words.serve.save),
            first_run=replace(words.first_run, where=lies),
        )
        self._scripts = {name: pack.script(name) for name in pack.script_names}

    def script(self, script_id: str) -> Script:
        """Give a script; proven when the server began."""
        return self._scripts[script_id] if script_id in self._scripts else super().script(script_id)


def read_all(pack: Pack) -> None:
    """Read everything, so that nobody waits for it later.

    Raises:
        PackError: Something in it is not sound.
    """
    _ = (pack.head, pack.words, pack.doors, pack.patterns, pack.coach, pack.care, pack.times)
    _ = (pack.names, pack.resume_words, pack.script_names)
