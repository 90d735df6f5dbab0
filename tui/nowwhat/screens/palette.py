"""Everything that can be done, by name: Textual's own palette, as plain as the other screens."""

from typing import ClassVar

from textual.command import CommandPalette


class Palette(CommandPalette):
    """The palette."""

    SCOPED_CSS: ClassVar[bool] = False  # or it would be looked for inside itself
    CSS = """
    CommandPalette { background: $background; align-horizontal: center; }
    CommandPalette > Vertical { margin-top: 2; }
    CommandPalette SearchIcon { display: none; }
    CommandPalette #--container { background: $background; max-width: 72; }
    CommandPalette #--input, CommandPalette #--input.--list-visible {
        background: $surface; border: none; border-left: wide $primary; height: 1;
    }
    CommandPalette CommandInput, CommandPalette CommandInput:focus {
        border: none; padding: 0 1; height: 1;
    }
    CommandPalette CommandList { background: $background; border: none; margin-top: 1; }
    CommandPalette CommandList > .option-list--option { text-style: none; padding: 0 2; }
    CommandPalette CommandList > .option-list--option-highlighted {
        background: $surface; color: $foreground; text-style: bold;
    }
    CommandPalette > .command-palette--help-text,
    CommandPalette CommandInput > .input--placeholder {
        color: $foreground-muted; text-style: none;
    }
    """
