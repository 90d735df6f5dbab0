"""Conditions on paper: which steps a page can have, and when a question is asked, in words."""

from nowwhat.packs.filling import fill
from nowwhat.packs.sheet_words import WorksheetWords
from nowwhat.session.script import Choose, Condition, Review, Script, Step


def on_paper(step: Step) -> bool:
    """Say whether a page has a step: one of the short form that hangs on no fact."""
    return step.depth == "short" and not (step.only_if and step.only_if.fact)


def asked_if(step: Step, script: Script, words: WorksheetWords) -> str:
    """Say when a step is asked; empty where it always is, or where paper cannot tell.

    Args:
        step: Of the script.
        script: Where the earlier question stands.
        words: The pack's.
    """
    said = _said(step.only_if, script, words) if step.only_if else ""
    return f"({said}.)" if said else ""


def _said(condition: Condition, script: Script, words: WorksheetWords) -> str:
    if condition.is_:
        options = _named(condition, script, words)
        return fill(words.if_chosen, {"options": options}) if options else ""
    if condition.given is not None:
        return words.if_given if condition.given else words.if_not_given
    if condition.risen_from:
        return fill(words.if_risen, {"number": condition.by})
    if condition.at_least is not None:
        return fill(words.if_at_least, {"number": condition.at_least})
    return fill(words.if_at_most, {"number": condition.at_most or 0})


def _named(condition: Condition, script: Script, words: WorksheetWords) -> str:
    """Name what was chosen by its words; a breath's end has none, and paper no option by a fact."""
    asked = script.step(condition.answer)
    options = asked.options if isinstance(asked, Choose | Review) else ()
    there = (option for option in options if not option.fact)
    chosen = [option.words for option in there if option.id in condition.is_]
    return f", {words.or_}: ".join(chosen)
