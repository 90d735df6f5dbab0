"""The coach: one concrete action? a safe one? the same insight again? a call for help?

Pure: its language comes as a value (`Lexicon`), and nothing here reads a clock or a file.
"""

from nowwhat.coach.coach import Coach
from nowwhat.coach.lexicon import Lexicon

__all__ = ["Coach", "Lexicon"]
