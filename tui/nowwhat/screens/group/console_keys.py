"""The keys of the console, for its help."""

from nowwhat.packs.console_words import ConsoleWords


def keys_for_help(words: ConsoleWords) -> list[tuple[str, str]]:
    """List them: of each, the key and what it does."""
    return [
        ("Space", words.key_next),
        ("←", words.key_back),
        ("+ -", words.key_minute),
        ("p", words.key_pause),
        ("↑ ↓", words.key_read),
        ("b", words.key_breathe),
        ("s", words.key_sharing),
        ("o", words.key_board),
        ("w", words.key_people),
        ("u", words.key_pair),
        ("h", words.key_hands),
        ("l", words.key_lock),
        ("a", words.key_agenda),
        ("j", words.key_join),
        ("e", words.key_end),
        ("x", words.key_export),
        ("q", words.key_leave),
    ]
