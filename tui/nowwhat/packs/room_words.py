"""What an export of a group says: a table of `interface.toml`."""

from nowwhat.packs.shapes import Shape


class RoomExportWords(Shape, frozen=True, kw_only=True):
    """Headings and labels of what may be told of a group afterwards.

    `few` stands in the place of a number of people that is under five.
    """

    title: str
    actions: str
    sentences: str
    nothing: str
    counts: str
    joined: str
    hands: str
    few: str
    minutes: str
    planned: str
    actual: str
    whole: str
