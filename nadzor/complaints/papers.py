"""What the papers of chapter 4 say, and the one that it adds: the favourable act by which a body corrects itself.

Source: 29I.71.2, 71.4, 71.5, 73-75, 77, 78, 80-84. The others are declared in `nadzor.appeals.papers.complaints`.
"""

from typing import Any

from nadzor.appeals.hearing.forms import ORAL, VIDEO, WAYS
from nadzor.appeals.papers.complaints import SENDING_UP  # noqa: F401  # declared by being imported
from nadzor.appeals.rights import LEADER
from nadzor.casework.case import Case
from nadzor.casework.forms import typed_lines
from nadzor.complaints.calling import standing
from nadzor.complaints.contesting import complaint_of
from nadzor.complaints.forms import (
    ActAnew,
    ActHere,
    CallOffCall,
    CallOfficial,
    CorrectSelf,
    Hear,
    LeaveComplaint,
    PutOffCall,
    Restore,
    ReturnComplaint,
    SendUp,
    TakeMeasure,
)
from nadzor.complaints.measures import act_named, acting_office
from nadzor.complaints.words import GROUNDS, MEASURES, OFFICIAL, RETURN_GROUNDS, SIDES
from nadzor.law.words import Phrase, day_text
from nadzor.papers.declared import Language, Paper, declare_paper
from nadzor.papers.issuing import Issue
from nadzor.papers.kit import field, fixed, head

FAVOURABLE_ACT = declare_paper(
    Paper(
        "self_correction",
        Phrase("Шағым бойынша қолайлы акт", "Благоприятный акт по жалобе", "Favourable act on a complaint"),
        ("29I.71.5",),
        (
            fixed(
                "said",
                Phrase("Қанағаттандыру туралы", "Об удовлетворении", "Of the satisfaction"),
                "29I.71.5",
                kk="{registered:де} тіркелген № {appeal} шағымыңыздың талаптары толық қанағаттандырылды, сондықтан "
                "шағым жоғары тұрған прокурорға жіберілмейді.",
                ru="Требования вашей жалобы № {appeal} от {registered} удовлетворены полностью, поэтому вышестоящему "
                "прокурору она не направляется.",
            ),
            field("contested", Phrase("Шағым жасалған акт", "Что обжаловалось", "What was contested"), "29I.71.5"),
            field("act", Phrase("Не істелді", "Что сделано", "What was done"), "29I.71.5"),
            head("day", "29I.71.5"),
            head("signatory", "29I.71.5"),
        ),
        LEADER,
    )
)


def content_of(case: Case) -> str:
    """Return what a complaint contests, in short; empty where nobody has entered it."""
    found = complaint_of(case)
    return found.content if found is not None else ""


def _sent_up(case: Case, data: SendUp, _lang: Language) -> dict[str, Any]:
    return {"contested": content_of(case), "explanations": data.explanations, "enclosed": typed_lines(data.enclosed)}


def _office(case: Case, data: SendUp | TakeMeasure, lang: Language) -> tuple[str, str]:
    office = case.directory.by_code[data.office]
    return office.name.into(lang), office.address


def _corrected(case: Case, data: CorrectSelf, _lang: Language) -> dict[str, Any]:
    return {"contested": content_of(case), "act": data.act}


_RESTORED = {
    True: Phrase("Шағым беру мерзімі қалпына келтірілсін.", "Срок подачи жалобы восстановить.", "Restored."),
    False: Phrase(
        "Шағым беру мерзімін қалпына келтіруден бас тартылсын.",
        "В восстановлении срока подачи жалобы отказать.",
        "Refused.",
    ),
}


def _restoration(case: Case, data: Restore, lang: Language) -> dict[str, Any]:
    found = complaint_of(case)
    ended = found.last_day if found is not None else None
    return {"ended": ended, "reasons": data.reasons, "decision": _RESTORED[data.restored].into(lang)}


def _returned(_case: Case, data: ReturnComplaint, lang: Language) -> dict[str, Any]:
    return {"reason": f"{begun(RETURN_GROUNDS[data.ground].into(lang))}. {data.reason}"}


def _left(_case: Case, data: LeaveComplaint, lang: Language) -> dict[str, Any]:
    said = "; ".join(part for part in (GROUNDS[data.ground].into(lang), data.earlier, data.court) if part)
    return {"ground": said, "reasons": data.reasons}


def _left_told(case: Case, _data: Any, lang: Language) -> dict[str, Any]:
    found = complaint_of(case)
    ground = GROUNDS[found.ground].into(lang) if found is not None else ""
    return {"decided": found.decided_on if found is not None else None, "ground": ground}


def party_of(case: Case) -> Any:
    """Return the one who complains; none where nobody is named."""
    return next((each for each in case.parties if each.role == "applicant"), None)


def begun(text: str) -> str:
    """Return a text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def _copy(case: Case, _data: Any, _lang: Language) -> dict[str, Any]:
    return {"decision": case.facts.decision, "breaches": case.facts.breaches or None}


def _complained_of(case: Case, _data: Any, lang: Language) -> tuple[str, str]:
    card = case.directory.bodies[case.facts.body_id]
    return ", ".join(part for part in (card.name.into(lang), case.facts.official) if part), card.address


def _invited(case: Case, data: CallOfficial, lang: Language) -> dict[str, Any]:
    return {
        "contested": case.facts.content,
        "when": f"{day_text(data.on, lang)}, {data.hour}",
        "where": data.place,
        "way": WAYS[VIDEO if data.video else ORAL].into(lang),
        "moved": data.reason if isinstance(data, PutOffCall) else None,
    }


def _called_off(case: Case, data: CallOffCall, lang: Language) -> dict[str, Any]:
    call = standing(case.row.pk)
    when = f"{day_text(call.on, lang)}, {call.hour}" if call is not None else ""
    return {"when": when, "reason": data.reason}


_CALLED_BY = Phrase(
    " {day} № {notice} хабарламамен шақырылды.", " Вызвано уведомлением от {day} № {notice}.", " Called on {day}."
)


def _by_call(case: Case, side: str, lang: Language) -> str:
    """By which notice the official was called; nothing where the record is of another side, or nobody was called."""
    call = standing(case.row.pk) if side == OFFICIAL else None
    return "" if call is None else _CALLED_BY.into(lang).format(day=day_text(call.told_on, lang), notice=call.notice)


def _hearing(case: Case, data: Hear, lang: Language) -> dict[str, Any]:
    by_call = _by_call(case, data.side, lang)
    return {
        **{name: getattr(data, name) for name in ("where", "began", "ended", "official", "secretary", "course")},
        "present": typed_lines(data.present),
        "question": f"{begun(SIDES[data.side].into(lang))}.{by_call}"
        if by_call
        else begun(SIDES[data.side].into(lang)),
    }


def _measure(_case: Case, data: TakeMeasure, lang: Language) -> dict[str, Any]:
    return {
        "act": data.act,
        "decision": f"{begun(MEASURES[data.measure].into(lang))}. {data.decision}",
        "reasons": data.reasons,
    }


_ANEW = Phrase(
    "Іс бойынша рәсім қайта жүргізілсін.", "Процедуру по делу провести заново.", "The procedure is carried out anew."
)


def _acted(case: Case, data: ActHere, lang: Language) -> dict[str, Any]:
    return {
        "act": act_named(case, data, lang),
        "decision": f"{begun(MEASURES[data.measure].into(lang))}. {data.decision}",
        "reasons": data.reasons,
        "anew": _ANEW.into(lang) if isinstance(data, ActAnew) else None,
    }


def _its_office(case: Case, _data: Any, lang: Language) -> tuple[str, str]:
    return case.body.name.into(lang), case.body.address


def _silent(case: Case, _data: Any, _lang: Language) -> dict[str, Any]:
    term = next(each for each in reversed(case.terms) if each.clock == "consideration")
    return {"due": term.due_day}


def decision_named(case: Case, lang: Language, number: str) -> str:
    """Return a decision as its copy names it: the day and the number."""
    return {
        "kk": f"{day_text(case.happened_on, 'kk')} № {number}",
        "ru": f"от {day_text(case.happened_on, 'ru')} № {number}",
    }[lang]


SEND_UP = Issue("complaint_sent_up", _sent_up, _office)
CORRECTED = Issue("self_correction", _corrected)
RESTORATION = Issue("restoration_decision", _restoration)
RETURN = Issue("complaint_return", _returned)
LEAVING = Issue("leaving_decision", _left)
LEAVING_TOLD = Issue("leaving_notice", _left_told)
COPY = Issue("complaint_decision_copy", _copy, _complained_of)
CALL = Issue("official_hearing_notice", _invited, _complained_of)
CALL_OFF_TOLD = Issue("official_hearing_off", _called_off, _complained_of)
RECORD_OF_HEARING = Issue("hearing_record", _hearing)
HIGHER = Issue("higher_decision", _measure, _office)
ACTED = Issue("decision_from_above", _acted, _its_office, office=acting_office)
SILENCE = Issue("silence_notice", _silent)
