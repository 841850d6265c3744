"""What was typed, in words: the labels of the forms and the titles of what was chosen."""

from typing import Any

from nadzor.casework.asking import declared
from nadzor.casework.forms import number_in
from nadzor.casework.procedure import PROCEDURES
from nadzor.law.words import Phrase
from nadzor.organs.directory import directory
from nadzor.organs.models import Person
from nadzor.workplace import intake_form
from nadzor.workplace.sent_again import Sent

_OF_FORMS = frozenset({"key", "version", "kept", "confirmed", "person"})  # carried on, but nothing that was typed
_PEOPLE = frozenset({"executor", "co_executors"})
_OTHER = {
    "number": Phrase("Іс", "Дело", "Case"),
    "reason": Phrase("Себебі", "Причина", "Reason"),
    "addressed_to": Phrase("Қай прокуратураға", "В какую прокуратуру", "To which office"),
}
_YES = Phrase("иә", "да", "yes")


def shown(sent: Sent, *, people: bool = False) -> list[dict[str, Any]]:
    """Return what a person typed or chose, with the labels of the forms, for the page.

    `people`: name those who were chosen. Not before somebody has signed in: ids would tell the staff to anybody.
    """
    labels, titles = _words()
    rows: list[dict[str, Any]] = []
    for name, value in sent.fields:
        if not value:
            continue
        if name in _OF_FORMS or (name in _PEOPLE and not people):
            continue
        rows.append({"label": labels.get(name, name), "text": titles.get((name, value)) or _value(name, value)})
    return rows


def _value(name: str, value: str) -> Phrase | str:
    if name in _PEOPLE:
        person = Person.objects.filter(pk=number_in(value) or 0).first()
        return person.full_name if person is not None else value
    if name == "addressed_to":
        card = directory().by_code.get(value)
        return card.name if card is not None else value
    return value


_FINDING = "arguments.finding"
_ROWS = {
    "arguments.argument": Phrase("Өтініш беруші не айтады", "Что говорит заявитель", "What the applicant says"),
    _FINDING: Phrase("Тексеру нені көрсетті", "Что показала проверка", "What the check has shown"),
    "arguments.facts": Phrase("Қандай фактілермен", "Какими фактами", "By which facts"),
}


def _words() -> tuple[dict[str, Phrase], dict[tuple[str, str], Phrase | str]]:
    """Labels of fields, and titles of what is chosen in them: of all forms, since most names mean the same in each."""
    labels: dict[str, Phrase] = {**_OTHER, **_ROWS}
    titles: dict[tuple[str, str], Phrase | str] = {}
    for field in intake_form.ALL:
        labels.setdefault(field.name, field.label)
        titles |= {(field.name, value): title for value, title in field.choices}
        if field.widget == "flag":
            titles[field.name, "true"] = _YES
    for procedure in PROCEDURES.values():
        for step in procedure.steps:
            for name, (asked, _required, _limit) in declared(step.needs).items():
                labels.setdefault(name, asked.label)
                titles |= {(name, str(value)): title for value, title in asked.choices}
                if asked.widget == "arguments":
                    titles |= {(_FINDING, str(value)): title for value, title in asked.choices}
    return labels, titles
