"""The row of what an applicant may do that chapter 4 adds: complain."""

from collections.abc import Mapping
from typing import Any

from nadzor.appeals.applicant.doings import Doing, offer
from nadzor.appeals.applicant.table import FILES
from nadzor.appeals.procedure import APPEAL
from nadzor.casework.asking import day_in
from nadzor.casework.case import Case
from nadzor.casework.forms import Asked
from nadzor.complaints.applicants import STEP, Complain, Contestable, contestable, filed_after
from nadzor.complaints.contesting import last_day
from nadzor.law.words import LANGUAGES, Phrase, day_text


def _offered(case: Case, name: str) -> tuple[tuple[str, Phrase], ...]:
    """What may be contested, each with the day up to which a complaint is surely in time."""
    return tuple((each.value, _with_day(each)) for each in contestable(case)) if name == "act" else ()


def _with_day(act: Contestable) -> Phrase:
    if act.until is None:
        return act.title
    until = act.until
    return Phrase(
        *(_IN_TIME.into(lang).format(act=act.title.into(lang), day=day_text(until, lang)) for lang in LANGUAGES)
    )


_IN_TIME = Phrase(
    "{act}. Шағым мерзімінде болады, кем дегенде: {day}",
    "{act}. Жалоба будет в срок по меньшей мере по {day}",
    "{act}. A complaint is in time at least until {day}",
)


def _late(case: Case, said: Mapping[str, Any]) -> dict[str, Phrase]:
    """A missed term is told with the place for its reason; the complaint is taken with and without one (29I.71.2)."""
    act = next((each for each in contestable(case) if each.value == said.get("act")), None)
    learnt = day_in(str(said.get("learnt_on") or "")) or (act.day if act is not None else None)
    if learnt is None or said.get("missed_because") or last_day(learnt) >= case.happened_on:
        return {}
    return {"missed_because": _MISSED}


_MISSED = Phrase(
    "Шағым беру мерзімі өтіп кеткен, бірақ шағым қабылданады. Кешігу себебін жазыңыз: ол дәлелді болса, мерзім қалпына "
    "келтірілуі мүмкін. Себебі болмаса, «Жіберу» түймесін қайта басыңыз.",
    "Срок жалобы прошёл, но жалобу примут. Напишите причину пропуска: если она уважительная, срок может быть "
    "восстановлен. Если причины нет, нажмите «Отправить» ещё раз.",
    "The time for a complaint has passed, but it will be taken. Give the reason: if it is a good one, the time may be "
    "restored. If there is none, press Send once more.",
)


def _said(case: Case, said: Mapping[str, Any]) -> dict[str, Any]:
    """The complaint goes on in the language of the appeal."""
    return {**said, "language": "kk" if case.facts.language == "kk" else "ru"}


def _filed(case: Case) -> Phrase:
    """The number of the complaint and its own code: it is followed by itself."""
    row = filed_after(case.row.number)
    number, code = (row.number, row.track or "–") if row is not None else ("–", "–")
    return Phrase(*(_FILED.into(lang).format(number=number, code=code) for lang in LANGUAGES))


_FILED = Phrase(
    "Шағымыңыз тіркелді: № {number}. Оны бақылау коды: {code}. Кодты жазып алыңыз.",
    "Ваша жалоба зарегистрирована: № {number}. Код для отслеживания: {code}. Запишите код.",
    "Your complaint is registered: No. {number}. Code for following it: {code}. Write the code down.",
)


_CHOSEN = Asked(
    Phrase("Неге шағымданасыз", "Что вы обжалуете", "What you contest"),
    Phrase(
        "Тізімнен таңдаңыз; басқа болса, төменде жазыңыз.",
        "Выберите из списка; если другое, напишите ниже.",
        "Choose from the list; if it is another, write it below.",
    ),
    widget="radio",
)
offer(
    Doing(
        name="complain",
        title=Phrase("Шағым беру", "Подать жалобу", "Complain"),
        told=Phrase(
            "Шешімге, әрекетке немесе әрекетсіздікке шағымдануға болады: ол туралы білген күннен бастап үш айдан "
            "кешіктірмей. Шағымды жоғары тұрған прокурор қарайды.",
            "Можно обжаловать решение, действие или бездействие: не позднее трёх месяцев со дня, когда вы о них "
            "узнали. Жалобу рассмотрит вышестоящий прокурор.",
            "You may complain of a decision, an action or inaction within three months of learning of it. A higher "
            "prosecutor considers the complaint.",
        ),
        procedure=APPEAL.name,
        step=STEP,
        asks=Complain,
        said=_said,
        labels={"act": _CHOSEN, "attachments": FILES},
        choices=_offered,
        warns=_late,
        named=True,
        told_after=_filed,
        done=Phrase("Шағымыңыз тіркелді.", "Ваша жалоба зарегистрирована.", "Your complaint is registered."),
    ),
)
