"""What the code asks of a hearing: of whom, how long before the act, until when one objects, when none is held.

Source: 29I.43, 56.2; APPK 73, 74; R36.
"""

import datetime as dt
from typing import Any

from nadzor.appeals.drafts import said_in, waiting_draft
from nadzor.appeals.hearing.kept import hearings_since, omitted_since, with_day
from nadzor.appeals.states import UNDER_REVIEW
from nadzor.casework.case import Case
from nadzor.casework.forms import Form
from nadzor.casework.procedure import YES, Guard, Verdict, no
from nadzor.casework.refusals import invalid
from nadzor.law.calendar import current
from nadzor.law.facts import Kind
from nadzor.law.o29.decisions import Character, character_of
from nadzor.law.readings import DEFAULT
from nadzor.law.tables import TERMS
from nadzor.law.terms import bare
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor

HEARD_KINDS = frozenset({Kind.APPLICATION, Kind.COMPLAINT})
"""Kinds that are considered with a hearing; any other goes by the simplified procedure (29I.56.2)."""
TWO_DAYS = "two_working_days"


def objected_until(case: Case, data: Any) -> dt.date | None:
    """Until 2026 one objects until the hearing (R36); since then the two working days are counted: none is set."""
    if DEFAULT.value("R36", data.received_on) == TWO_DAYS:
        return None
    last: dt.date = max(case.facts.on, data.received_on)
    return last


def notice_by(act_day: dt.date) -> dt.date:
    """Return the last day for the notice of a hearing: three working days before the act (29I.43)."""
    return bare(TERMS["29I.43"], current())(act_day)


def _of_its_kind(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    kind = (case.parent or case).row.kind
    return YES if kind in HEARD_KINDS else no(_SIMPLIFIED, "29I.56.1", "29I.56.2", "APPK.73")


_SIMPLIFIED = Phrase(
    "Тыңдау өтініштер мен шағымдар бойынша ғана өткізіледі: бұл жолданым оңайлатылған рәсіммен қаралады.",
    "Заслушивание проводится только по заявлениям и жалобам: это обращение рассматривается в упрощённом порядке.",
    "Only applications and complaints are heard: this appeal goes by the simplified procedure.",
)
OF_ITS_KIND = Guard("heard_by_its_kind", _of_its_kind)


def _none_open(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return no(_OPEN, "29I.43") if case.open_children("hearing") else YES


_OPEN = Phrase(
    "Тыңдау басталған. Алдымен соны аяқтаңыз.",
    "Заслушивание уже начато. Сначала завершите его.",
    "A hearing has begun. Finish it first.",
)
NO_OPEN_HEARING = Guard("no_open_hearing", _none_open)


def _heard(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """An act that burdens is made when its hearing is over, or when it stands why there is none."""
    if case.row.state != UNDER_REVIEW:
        return YES
    held = hearings_since(case.row.pk)
    if case.open_children("hearing"):
        return no(_OPEN, "29I.43")
    early = max((each.act_day for each in held), default=None)
    if early is not None and case.happened_on < early:
        return no(with_day(_EARLY, early), "29I.43")
    received = max((each.received_on for each in held if each.received_on is not None), default=None)
    if received is not None and notice_by(case.happened_on) < received:
        return no(with_day(_RECEIVED_LATE, received), "29I.43")
    if held or not _burdens(case) or omitted_since(case.row.pk):
        return YES
    return no(_UNHEARD, "29I.43", "APPK.73")


def _burdens(case: Case) -> bool:
    """Whether the draft that waits burdens somebody, on what is heard at all: a new act so named, or a refusal (R71).

    Of an act that is favourable its author and its signatory say by that word that no hearing is needed (APPK 73,
    part 2, 1).
    """
    draft = waiting_draft(case) if case.row.kind in HEARD_KINDS else None
    if draft is None:
        return False
    said = said_in(draft)
    return character_of(said.outcome, str(said.character or "")) == Character.BURDENSOME


_EARLY = Phrase(
    "Актінің күні қатысушыға {day} деп айтылған: одан бұрын қабылданбайды.",
    "Участнику назван день принятия акта: {day}. Раньше его не принимают.",
    "The participant was told the day of the act: {day}. It is not made before.",
)
_RECEIVED_LATE = Phrase(
    "Қатысушы хабарламаны {day} алды: актіге дейін үш жұмыс күні өтуі керек.",
    "Участник получил уведомление {day}: до акта должно пройти три рабочих дня.",
    "The participant received the notice on {day}: three working days must pass before the act.",
)
_UNHEARD = Phrase(
    "Ауыртпалық салатын акт алдында тыңдау өткізіледі. Шақырыңыз немесе неге өткізілмейтінін белгілеңіз.",
    "Перед обременяющим актом проводят заслушивание. Пригласите на него или отметьте, почему его нет.",
    "A hearing is held before a burdensome act. Invite to it, or say why there is none.",
)
HEARD = Guard("heard", _heard)


def require_in_term(case: Case, clock_name: str, field: str, day: dt.date, since: dt.date | None) -> None:
    """Raise Invalid for a day to come, before `since`, or after the end of a running term."""
    term = case.running(clock_name)
    if day > case.happened_on or (since is not None and day < since):
        raise invalid(**{field: _NOT_THAT_DAY})
    if term is not None and day > term.due_day:
        raise invalid(**{field: with_day(_TOO_LATE, term.due_day)})


_NOT_THAT_DAY = Phrase(
    "Бұл күн болуы мүмкін емес: тексеріңіз.", "Такого дня быть не может: проверьте.", "It cannot be this day: check it."
)
_TOO_LATE = Phrase(
    "Мерзім {day} күні өтті. Кеш келгенді материал ретінде іске қосыңыз.",
    "Срок истёк {day}. Поступившее позже приобщите к делу как материалы.",
    "The term ended on {day}. What came later is added to the file as materials.",
)


def term_over(clock_name: str) -> Guard:
    """A guard: the term in which the participant may speak is over, or he has spoken."""

    def test(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
        term = case.running(clock_name)
        if term is None or term.due_day < case.happened_on:
            return YES
        return no(with_day(_STILL_RUNS, term.due_day), *term.reckoning.get("cites", ("APPK.73",))[:1])

    return Guard(f"{clock_name}_over", test)


_STILL_RUNS = Phrase(
    "Қатысушының {day} дейін уақыты бар. Одан кейін аяқтаңыз.",
    "У участника есть время по {day}. Завершите после этого дня.",
    "The participant has time until {day}. Finish it after that day.",
)
