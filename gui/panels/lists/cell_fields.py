"""What can be edited in the cells of lists: with which editor, and as which edit of the review."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.editing import verbs
from engine.editing.coverage import judged
from engine.editing.edit import Edit, combine
from engine.editing.session import Session
from engine.lexicon.lexicon import Lexicon
from gui.actions.words import VERDICTS, word
from gui.panels.fields.card_edits import edit_of_field
from gui.panels.fields.editors import ChoiceEditor, FieldEditor, LineEditor, ProseEditor
from gui.panels.fields.field_row import make_editor
from gui.panels.fields.suggestions import SUGGESTED, Proposer, Suggest
from gui.panels.words.basis import basis_words
from gui.panels.words.card_fields import CARD_FIELDS, FIRST_FIELD
from gui.panels.words.cells import choice_words

VERDICT_FIELDS = ("verdict", "should_be", "basis", "verified_with")
OF_ITS_OWN = ("quote", "text", "should_be")
"""Fields that say something of their own item and are not filled down."""


def editable_fields(kind: str) -> frozenset[str]:
    """The fields of a kind that have an editor."""
    own = CARD_FIELDS.get(kind, ())
    return frozenset((*(spec.field for spec in own), *VERDICT_FIELDS)) if own and kind != "heading" else frozenset()


def first_field(kind: str) -> str:
    """What F2 edits where the current cell cannot be edited."""
    return FIRST_FIELD.get(kind, "")


def cell_editor(kind: str, field: str, lexicon: Lexicon, suggest: Suggest) -> FieldEditor:
    """The right editor for a field, in the place of a cell."""
    if field == "verdict":
        return ChoiceEditor({code: word(text) for code, text in VERDICTS.items()}, may_be_empty=False, browses=True)
    spec = next((one for one in CARD_FIELDS.get(kind, ()) if one.field == field), None)
    if spec is None:
        made: FieldEditor = LineEditor()
    elif spec.editor == "choice":
        like = make_editor(kind, spec, lexicon)
        is_empty = isinstance(like, ChoiceEditor) and like.box.itemData(0) is None
        like.widget.deleteLater()
        made = ChoiceEditor(choice_words(kind, field), may_be_empty=is_empty, browses=True)
    elif spec.editor == "text":
        made = ProseEditor(lines=3)
    else:
        made = make_editor(kind, spec, lexicon)
    if field in SUGGESTED and isinstance(made, LineEditor):
        Proposer(made.line, field, suggest)
    return made


def cell_value(item: Any, field: str) -> Any:
    """What an editor of the field is to show."""
    match field:
        case "verdict":
            return item.verdict
        case "should_be":
            return item.should_be or ""
        case "verified_with":
            return item.verified_with or ""
        case "basis":
            return basis_words(item.basis)
    return item.value(field)


def edit_of_cell(session: Session, item: str, field: str, value: Any) -> Edit:
    """What was typed into a cell; a phrase gives a dict of all the fields it says."""
    if field not in VERDICT_FIELDS:
        return edit_of_field(session, item, "" if isinstance(value, dict) else field, value)
    target = judged(session.view, item)
    shown = session.view.item(target)
    verdict = shown.verdict if shown is not None else "open"
    if field == "verdict":
        return verbs.set_verdict(session.view, item=target, verdict=str(value), by=session.person.id)
    if field == "should_be" and value and verdict == "open":
        verdict = "wrong"
    given: dict[str, Any] = {field: {"words": value} if field == "basis" and value else value or ""}
    if field == "basis" and not value:
        given = {"basis": {}}
    return verbs.set_verdict(session.view, item=target, verdict=verdict, by=session.person.id, **given)


def edit_of_fill(session: Session, items: Sequence[str], field: str) -> Edit:
    """The value of the first item given to the others, as one step."""
    source = session.view.item(items[0])
    value = cell_value(source, field)
    if field == "verdict":
        targets = dict.fromkeys(judged(session.view, one) for one in items[1:])
        return verbs.set_verdicts(session.view, items=targets, verdict=str(value), by=session.person.id)
    if field in VERDICT_FIELDS:
        edits = [edit_of_cell(session, one, field, value) for one in items[1:]]
        return combine(edits, verbs.step_code("fill-field", "", field))
    return verbs.fill_field(session.view, items=items[1:], field=field, value=value, by=session.person.id)
