"""The table of destroying what was kept long enough: proposed by night, checked, approved by the head, carried out.

No order in hand tells how; the steps are the house's own, as those of the kernel are. What it does is what
`erasing.py` does, by this act alone: the journal and the database refuse any other.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from nadzor import clock
from nadzor.casework import acts, erasing
from nadzor.casework.case import Case, Ground, Opening
from nadzor.casework.destruction_forms import (
    APPROVED,
    CARRIED_OUT,
    CHECKED,
    LEAST_MEMBERS,
    PROPOSED,
    REFUSED,
    STATES,
    UNDER_CHECK,
    Again,
    NameCommission,
    Propose,
    Refuse,
    StrikeOut,
)
from nadzor.casework.effects import Notify, name_people
from nadzor.casework.forms import Form
from nadzor.casework.journal import ACTS
from nadzor.casework.kept import Destruction, DestructionItem
from nadzor.casework.models import Entry, Proceeding
from nadzor.casework.people import place_of
from nadzor.casework.procedure import YES, Guard, Procedure, Right, Step, Verdict, declare, no
from nadzor.casework.refusals import invalid
from nadzor.casework.retention import MATTER, NO_TERM, due_in, kept_because
from nadzor.casework.writing import Change
from nadzor.law.posts import Post
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.directory import Directory


def live(destruction: int) -> list[DestructionItem]:
    """Return the cases of a matter that are not struck out."""
    return list(
        DestructionItem.objects.filter(destruction=destruction, live=True).select_related("case").order_by("pk")
    )


_Row = tuple[int, dt.date, int, str]


def _rows(form: Propose | Again, known: Directory) -> list[_Row]:
    """The list of a matter: each case with the day it was closed, the term it was kept by, the ground of that."""
    body = known.by_code[form.office]
    if isinstance(form, Again):
        days = dict(Proceeding.objects.filter(pk__in=form.cases).values_list("pk", "registered_on"))
        return [(pk, day, 0, form.approved) for pk, day in sorted(days.items())]
    due = due_in(known, body.id, clock.today(body.zone), form.cases)
    return [(each.case, each.closed_on, each.years, each.ground) for each in due]


def _opened(form: Propose | Again, ground: Ground, change: Change) -> Opening:
    rows, body = _rows(form, ground.known), ground.known.by_code[form.office]
    if len(rows) < len(set(form.cases)):
        raise invalid(cases=_NOT_DUE)
    again = form.number if isinstance(form, Again) else ""
    numbers = Proceeding.objects.filter(pk__in=form.cases).order_by("pk").values_list("number", flat=True)
    change.entry_data["cases"] = list(numbers)
    return Opening(
        body=body,
        book=MATTER,
        received_at=clock.now(),
        registered_on=clock.today(body.zone),
        kind=None,
        applicant="",
        subject=f"{form.year}: {len(rows)}",
        words="",
        facts_model=Destruction,
        facts={"year": form.year, "commission": [], "checked": [], "again": again},
        entry={"year": form.year, **({"again": again} if again else {})},
    )


@dataclass(frozen=True)
class KeepItems:
    """Write the list of the matter."""

    def apply(self, case: Case, data: Propose | Again, change: Change) -> None:
        """Collect a row for each case."""
        for pk, closed_on, years, ground in _rows(data, case.directory):
            change.insert(
                DestructionItem,
                destruction_id=case.row.pk,
                case_id=pk,
                closed_on=closed_on,
                years=years,
                ground=ground,
                live=True,
                struck_by_id=None,
                struck_why="",
                erased_at=None,
            )


_NOT_DUE = Phrase(
    "Тізімде сақтау мерзімі өтпеген немесе сақталатын іс бар.",
    "В перечне есть дело, срок хранения которого не истёк или которое хранится дальше.",
    "The list has a case whose term has not run out or which is kept on.",
)
HOUSE_ONLY = Right(
    "house",
    Phrase("бағдарламаның өзі", "сама программа", "the program itself"),
    lambda actor, _case, _form: actor.is_house,
)
LEADER = Right(
    "leader",
    Phrase("прокуратураның басшылығы", "руководство прокуратуры", "the leadership of the office"),
    lambda actor, case, _form: actor.leads(case.body.id),
)
_HEADS = frozenset({Post.HEAD, Post.PROSECUTOR_GENERAL})
HEAD = Right(
    "head",
    Phrase("прокуратураның басшысы", "руководитель прокуратуры", "the head of the office"),
    lambda actor, case, _form: any(held.post in _HEADS for held in actor.posts_in(case.body.id)),
)
MEMBER = Right(
    "member",
    Phrase("комиссия мүшесі", "член комиссии", "a member of the commission"),
    lambda actor, case, _form: actor.person_id is not None and actor.person_id in case.facts.commission,
)
_EMPTY = Phrase(
    "Тізімде бірде-бір іс қалмады: бас тартыңыз.",
    "В перечне не осталось ни одного дела: откажите.",
    "No case is left on the list: refuse it.",
)
_KEPT = Phrase(
    "{number} жойылмайды: {why}. Оны тізімнен шығарыңыз немесе бас тартыңыз.",
    "{number} не уничтожают: {why}. Исключите его из перечня или откажите.",
    "{number} is not destroyed: {why}. Strike it out or refuse.",
)
_FEW = Phrase(
    "Комиссияда кемінде екі адам болсын.",
    "В комиссии должно быть не меньше двух человек.",
    "Name at least two members.",
)
_NO_ITEM = Phrase(
    "Тізімде мұндай іс жоқ. Нөмірін тізімнен алыңыз.",
    "Такого дела в перечне нет. Возьмите номер из перечня.",
    "The list has no such case. Take its number from the list.",
)
_CHECKED_ALREADY = Phrase(
    "Сіз бұл тізімді тексергенсіз.", "Вы уже проверили этот перечень.", "You have checked this list already."
)


def _still_due(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """What kept nothing when it was proposed may have been taken up again since.

    An act that is applied again was approved once: what a restored backup says of its cases is older than the act.
    """
    if case.facts.again:
        return YES
    items = live(case.row.pk)
    if not items:
        return no(_EMPTY)
    cases = [each.case_id for each in items]
    left = {each.case for each in due_in(case.directory, case.body.id, clock.today(case.body.zone), cases)}
    kept = {**{pk: NO_TERM for pk in cases if pk not in left}, **kept_because(cases)}
    found = next((each for each in items if each.case_id in kept), None)
    if found is None:
        return YES
    why = kept[found.case_id]
    told = zip(_KEPT, LANGUAGES, strict=True)
    return no(Phrase(*(text.format(number=found.case.number, why=why.into(lang)) for text, lang in told)))


def _not_yet(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return no(_CHECKED_ALREADY) if actor.person_id in case.facts.checked else YES


STILL_DUE, NOT_YET = Guard("still_due", _still_due), Guard("not_checked_yet", _not_yet)


@dataclass(frozen=True)
class KeepCommission:
    """Name who checks; they see the matter and are told of it."""

    def apply(self, case: Case, data: NameCommission, change: Change) -> None:
        """Write the members. Whoever is named anew checks anew."""
        members = list(dict.fromkeys(data.members))
        if len(members) < LEAST_MEMBERS:
            raise invalid(members=_FEW)
        for each in members:
            place_of(each, case, "members")
        name_people(case, members[0], tuple(members[1:]), change)
        change.update(Destruction, case.row.pk, commission=members, checked=[])
        case.facts.commission, case.facts.checked = members, []


@dataclass(frozen=True)
class Strike:
    """Take a case off the list: it is kept on."""

    def apply(self, case: Case, data: StrikeOut, change: Change) -> None:
        """Mark the row; whoever had checked the list checks it again."""
        item = next((each for each in live(case.row.pk) if each.case.number == data.case), None)
        if item is None:
            raise invalid(case=_NO_ITEM)
        by = case.act.actor.person_id if case.act is not None else None
        change.update(DestructionItem, item.pk, live=False, struck_by_id=by, struck_why=data.reason)
        change.update(Destruction, case.row.pk, checked=[])
        case.facts.checked = []


@dataclass(frozen=True)
class KeepChecked:
    """Note who has checked the list."""

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """Add the member."""
        by = case.act.actor.person_id if case.act is not None else None
        case.facts.checked = [*case.facts.checked, by]
        change.update(Destruction, case.row.pk, checked=case.facts.checked)


@dataclass(frozen=True)
class LetGo:
    """Nothing is destroyed: the cases may be proposed again."""

    def apply(self, case: Case, data: Refuse, change: Change) -> None:  # noqa: ARG002
        """Take every case off the list."""
        for item in live(case.row.pk):
            change.update(DestructionItem, item.pk, live=False)


@dataclass(frozen=True)
class Destroy:
    """Erase what stands on the list; what was destroyed is written down outside the database too."""

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """Erase, in the transaction of the step. The note for a restored backup holds no words of anybody."""
        items = live(case.row.pk)
        act = Entry.objects.filter(proceeding=case.row.pk, step__in=ACTS).order_by("-proceeding_version")[0]
        digests = erasing.erase([each.case_id for each in items], act.pk)
        for item in items:
            change.update(DestructionItem, item.pk, erased_at=case.at)
        numbers = [item.case.number for item in items]
        change.entry_data["destroyed"] = {"cases": numbers, "files": digests}
        note = acts.Note(
            number=case.facts.again or case.row.number,
            office=case.body.code,
            year=case.facts.year,
            approved=f"{act.actor}, {act.happened_on.isoformat()}",
            cases=tuple(numbers),
        )
        transaction.on_commit(lambda: acts.write(note))


def _after_check(case: Case) -> str:
    return CHECKED if set(case.facts.checked) >= set(case.facts.commission) else UNDER_CHECK


DESTRUCTION = declare(
    Procedure(
        MATTER,
        Phrase("Істерді жою", "Уничтожение дел", "Destruction of cases"),
        STATES,
        (
            Step(
                "propose",
                Phrase("Жоюға ұсыну", "Предложить к уничтожению", "Propose to destroy"),
                frozenset(),
                PROPOSED,
                HOUSE_ONLY,
                needs=Propose,
                effects=(KeepItems(),),
                opens=_opened,
                kernel=True,
                house=True,
            ),
            Step(
                "reapply",
                Phrase("Актіні қайта қолдану", "Применить акт снова", "Apply the act again"),
                frozenset(),
                APPROVED,
                HOUSE_ONLY,
                needs=Again,
                effects=(KeepItems(),),
                opens=_opened,
                kernel=True,
                house=True,
            ),
            Step(
                "name_commission",
                Phrase("Комиссия тағайындау", "Назначить комиссию", "Name the commission"),
                frozenset({PROPOSED, UNDER_CHECK, CHECKED}),
                UNDER_CHECK,
                LEADER,
                needs=NameCommission,
                effects=(KeepCommission(), Notify("executor", "to_check")),
                kernel=True,
                leads=True,
            ),
            Step(
                "strike_out",
                Phrase("Істі тізімнен шығару", "Исключить дело из перечня", "Strike a case out"),
                frozenset({UNDER_CHECK, CHECKED}),
                UNDER_CHECK,
                MEMBER,
                needs=StrikeOut,
                effects=(Strike(),),
                kernel=True,
            ),
            Step(
                "check",
                Phrase("Тізімді тексеру", "Проверить перечень", "Check the list"),
                frozenset({UNDER_CHECK}),
                CHECKED,
                MEMBER,
                guards=(NOT_YET, STILL_DUE),
                effects=(KeepChecked(),),
                to_of=_after_check,
                kernel=True,
                leads=True,
            ),
            Step(
                "approve",
                Phrase("Жою актісін бекіту", "Утвердить акт об уничтожении", "Approve the act of destruction"),
                frozenset({CHECKED}),
                APPROVED,
                HEAD,
                guards=(STILL_DUE,),
                kernel=True,
                final=True,
                signed=True,
                leads=True,
            ),
            Step(
                "carry_out",
                Phrase("Актіні орындау", "Исполнить акт", "Carry out the act"),
                frozenset({APPROVED}),
                CARRIED_OUT,
                HOUSE_ONLY,
                guards=(STILL_DUE,),
                effects=(Destroy(),),
                kernel=True,
                house=True,
            ),
            Step(
                "refuse",
                Phrase("Жоюдан бас тарту", "Отказать в уничтожении", "Refuse to destroy"),
                frozenset({PROPOSED, UNDER_CHECK, CHECKED, APPROVED}),
                REFUSED,
                LEADER,
                needs=Refuse,
                effects=(LetGo(),),
                kernel=True,
                final=True,
            ),
        ),
        book=MATTER,
        facts="destruction",
    )
)
