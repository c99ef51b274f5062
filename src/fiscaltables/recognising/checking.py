"""Whether a grammar from outside can be used, said when it is registered and not in the middle of a reading."""

from lark.exceptions import LarkError

from fiscaltables.model.tables import Family
from fiscaltables.recognising.grammar import compile_grammar, heading_kinds_of, terminals_of
from fiscaltables.recognising.registry import FamilyGrammar
from fiscaltables.recognising.vocabulary import normal
from fiscaltables.recognising.wordings import HEADINGS, SECTIONS


def check(grammar: FamilyGrammar) -> None:
    """Raise a ValueError that names the file and what is wrong with it, if anything is."""
    fault = _fault(grammar)
    if fault:
        raise ValueError(f"{grammar.grammar}: {fault}")


def _fault(grammar: FamilyGrammar) -> str | None:
    if not grammar.grammar.is_file():
        return "there is no such file"
    if grammar.family is Family.OTHER and not grammar.titles:
        return "a grammar of the family other needs titles that lead to it"
    if not all(map(normal, (*grammar.titles, *(label for labels in grammar.headings.values() for label in labels)))):
        return "a title and a wording of a heading cannot be empty"
    return _fault_of_file(grammar)


def _fault_of_file(grammar: FamilyGrammar) -> str | None:
    try:
        compiled = compile_grammar(grammar.grammar)
    except (LarkError, OSError, UnicodeDecodeError) as fault:
        return f"the grammar does not compile: {fault}"
    terminals, known = terminals_of(compiled), HEADINGS.keys() | SECTIONS.keys() | grammar.headings.keys()
    mangled = sorted(name for name in terminals if "__" in name and name.partition("__")[0].islower())
    if mangled:
        return f"no cell is ever of the kind {mangled[0]}; import {mangled[0].partition('__')[2]} by its name"
    wordless = sorted(heading_kinds_of(compiled) - known)
    if wordless:
        return f"the kind of heading {wordless[0]} has no wording; give it one in headings"
    strange = sorted(grammar.headings.keys() - HEADINGS.keys() - terminals)
    return f"headings has wordings for {strange[0]}, which the grammar does not use" if strange else None
