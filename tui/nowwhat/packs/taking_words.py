"""What is said where a journal is taken along, brought in, or deleted."""

from nowwhat.packs.shapes import Shape


class ExportWords(Shape, frozen=True, kw_only=True):
    """What an export says; `date` is a pattern of `strftime`."""

    title: str
    date: str
    nothing: str
    understood: str
    chose: str
    account: str
    session: str
    done: str
    part: str
    notyet: str
    letgo: str
    when: str
    where: str
    how_long: str
    towards: str
    obstacle: str
    response: str
    feared: str
    likely: str
    discomfort: str
    confidence: str
    came_true: str
    yes: str
    partly: str
    no: str
    happened: str
    noticed: str
    note: str
    in_the_way: str
    inside: str
    outside: str
    before: str
    most: str
    after: str
    ladder: str
    rung: str
    neutral: str


class TakingWords(Shape, frozen=True, kw_only=True):
    """What the commands `export`, `import` and `forget` say."""

    no_time: str
    brought: str
    to_forget: str
    to_forget_how: str
    forget_this: str
    forget_with: str
    forget_unreadable: str
    forget_all: str
    forget_ask: str
    forget_word: str
    forget_all_word: str
    forgotten: str
    forgotten_all: str
    not_forgotten: str
