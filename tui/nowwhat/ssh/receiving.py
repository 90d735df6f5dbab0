"""The reception of one call."""

from nowwhat.plain.lines import Lines
from nowwhat.ssh.call import Call
from nowwhat.ssh.house import House
from nowwhat.ssh.reception import Reception


def reception(house: House, call: Call, lines: Lines) -> Reception:
    """Make the reception that speaks with a caller."""
    return Reception(
        lines,
        house.pack_for(call),
        house.clock,
        call.environ,
        server_zone=house.zone,
        in_lines=call.in_lines,
        address=call.nearby or call.address,
    )
