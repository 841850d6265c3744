"""A control goes along with an appeal to the office that considers it, if whoever took it stands above that office.

Source: 29I.28.3, 28.5, 29.2, 30.1 (an appeal under control is considered in another office than it came to), 29I.53
(forwarding is no release: the control of who has no power there is released by him first).
"""

from nadzor.appeals.control.controlling import OF_BODY, power_of, taken
from nadzor.appeals.control.models import Timed
from nadzor.appeals.control.tables import End
from nadzor.appeals.models import Appeal
from nadzor.casework.case import Case
from nadzor.casework.forms import Form
from nadzor.casework.kernel_steps import in_the_way
from nadzor.casework.opening import open_child
from nadzor.casework.perform import in_child
from nadzor.casework.procedure import YES, Guard, Verdict, no
from nadzor.casework.writing import Change
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.directory import BodyCard


def _goes_along(case: Case, row: Timed, office: BodyCard) -> bool:
    """Whether who took the control has power in the other office too."""
    if row.by_id is None:
        return True
    power = power_of(case, row)
    return power is not None and not row.additional and office.id in {power.id, *case.directory.lower(power.id)}


def _nothing_held(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """Nothing runs beside the appeal but controls that go along."""
    code = getattr(form, "office", "")
    office = case.directory.by_code.get(code) if code else None
    along = {child.pk for child, row in taken(case) if form is None or (office and _goes_along(case, row, office))}
    held = [child for child in in_the_way(case) if child.pk not in along]
    waiting = ", ".join(child.number for child in held)
    if not waiting:
        return YES
    said = _HELD if all(child.procedure == "control" for child in held) else _OPEN
    told = Phrase(*(said.into(lang).format(numbers=waiting) for lang in LANGUAGES))
    return no(told, *(("29I.53",) if said is _HELD else ()))


_OPEN = Phrase(
    "Қасында жүріп жатқан істер бар: {numbers}. Алдымен оларды аяқтаңыз.",
    "Рядом идут открытые дела: {numbers}. Сначала завершите их.",
    "Child matters are still open: {numbers}. End them first.",
)
_HELD = Phrase(
    "Жолданым бақылауда: {numbers}. Онда бақылауға алған басшының өкілеті жоқ: алдымен ол бақылаудан шығарады.",
    "Обращение на контроле: {numbers}. Там у взявшего на контроль руководителя нет полномочий: сначала он снимает "
    "с контроля.",
    "The appeal is under control: {numbers}. Who took it has no power there: he releases it first.",
)
NOTHING_HELD = Guard("nothing_held", _nothing_held)


def go_along(case: Case, received: Case, change: Change) -> None:
    """Open the controls anew beside the appeal of the other office, and end them here."""
    for child, row in taken(case):
        power = power_of(case, row)
        authority = row.authority
        if not authority and power is not None and power.id != received.body.id:
            authority = str(OF_BODY.get(power.kind, ""))
        said = {name: getattr(row, name) for name in ("words", "since", "until", "post", "document")}
        open_child(received, "control", {**said, "by": row.by_id, "authority": authority}, change)
        if authority:
            change.update(Appeal, received.row.pk, control_by=authority)
        in_child(case, child, "end", End(outcome=received.row.number, ended_on=case.happened_on), change)
