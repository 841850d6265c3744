"""The papers of a check with a visit: memo, decision, plan, specialists, summary.

Source: 29I.64, 65; 61.5 (a request to another body gives away nothing of the applicant without consent).
"""

from nadzor.appeals.bans.private import gives_away
from nadzor.appeals.models import PaperDraft
from nadzor.appeals.papers import checking
from nadzor.appeals.papers.signers import memo_agreed
from nadzor.appeals.written import Written, declare_written
from nadzor.casework.case import Case
from nadzor.casework.forms import Asked, Form
from nadzor.casework.models import Party
from nadzor.casework.procedure import YES, Guard, Verdict, no
from nadzor.law.posts import Body
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor


def signed(case: Case, paper: str) -> list[PaperDraft]:
    """Return the papers of that name that were signed or approved for an appeal, in their order."""
    found = PaperDraft.objects.filter(proceeding__parent=case.row.pk, paper=paper, issued__isnull=False)
    return list(found.order_by("pk"))


def _after_memo(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    if not signed(case, "visit_memo"):
        return no(_NO_MEMO, "29I.64.2", "29I.64.7")
    if case.body.kind is not Body.GPO and not memo_agreed(case):
        return no(_NOT_AGREED, "29I.64.7")
    return YES


_NO_MEMO = Phrase(
    "Алдымен бөлімше басшысының дәлелді баянаты керек: оны жазып, қол қойғызыңыз.",
    "Сначала нужен мотивированный рапорт руководителя подразделения: подготовьте его и подпишите.",
    "First a reasoned memo of the head of the unit is needed: write it and have it signed.",
)
_NOT_AGREED = Phrase(
    "Баянат жетекшілік ететін орынбасармен келісілмеген.",
    "Рапорт не согласован с курирующим заместителем.",
    "The memo was not agreed with the supervising deputy.",
)


def _after_decision(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return YES if signed(case, "visit_decision") else no(_NO_DECISION, "29I.64.2", "29I.64.7")


_NO_DECISION = Phrase(
    "Шығып тексеру туралы шешім жоқ. Алдымен оны қабылдаңыз.",
    "Решения о проверке с выездом нет. Сначала его принимают.",
    "There is no decision on a check with a visit. It comes first.",
)
DECIDED = Guard("visit_decided", _after_decision)

VISIT_MEMO = declare_written(
    Written(
        checking.VISIT_MEMO,
        draft=Phrase("Шығып тексеру туралы баянат", "Рапорт о проверке с выездом", "Memo on a check with a visit"),
        begins=Phrase(
            "Шығып тексеру туралы баянат жазу", "Подготовить рапорт о выезде", "Write a memo on a check with a visit"
        ),
        begun=Phrase("Шығу туралы баянат жазылды", "Подготовлен рапорт о выезде", "A memo on a visit was written"),
        points=("29I.64.1", "29I.64.2", "29I.64.3", "29I.64.7"),
        of_signature=("29I.64.2", "29I.64.7"),
    )
)
VISIT_DECISION = declare_written(
    Written(
        checking.VISIT_DECISION,
        draft=Phrase("Шығып тексеру туралы шешім", "Решение о проверке с выездом", "Decision on a check with a visit"),
        begins=Phrase("Шығу туралы шешім жазу", "Подготовить решение о выезде", "Write a decision on a visit"),
        begun=Phrase("Шығу туралы шешім жазылды", "Подготовлено решение о выезде", "A decision on a visit was written"),
        points=("29I.64.2", "29I.64.7"),
        of_signature=("29I.64.2", "29I.64.7"),
        when=(Guard("visit_memo_signed", _after_memo),),
    )
)
CHECK_PLAN = declare_written(
    Written(
        checking.CHECK_PLAN,
        draft=Phrase("Тексеру жоспары", "План проверки", "Plan of the check"),
        begins=Phrase("Тексеру жоспарын жазу", "Подготовить план проверки", "Write the plan of the check"),
        begun=Phrase("Тексеру жоспары жазылды", "Подготовлен план проверки", "The plan of the check was written"),
        points=("29I.64.4", "29I.64.5"),
        of_signature=("29I.64.4",),
        when=(DECIDED,),
    )
)
_DISCLOSING = Phrase("Өтініш берушінің деректері", "Данные заявителя", "Data of the applicant")
_CONSENT: dict[str, Phrase] = {
    "none": Phrase("сұрауда жоқ", "в запросе нет", "none in the request"),
    "consent": Phrase("бар, өтініш беруші келіскен", "есть, заявитель согласен", "there are, the applicant consents"),
}


def _gives_away(draft: PaperDraft) -> list[Phrase]:
    """What a request to another body may not hold without consent (29I.61.5)."""
    said = draft.contents
    if said.get("disclosing") == "consent":
        return []
    text = " ".join(str(said.get(name) or "") for name in ("addressee", "skill", "questions"))
    found = gives_away(text, Party.objects.filter(proceeding=draft.proceeding.parent_id))
    return [found] if found is not None else []


SPECIALIST = declare_written(
    Written(
        checking.SPECIALIST,
        draft=Phrase("Маман бөлуді сұрау", "Запрос о привлечении специалиста", "Request for a specialist"),
        begins=Phrase("Маман тартуды сұрау", "Запросить специалиста", "Ask for a specialist"),
        begun=Phrase("Маман сұралды", "Запрошен специалист", "A specialist was asked for"),
        points=("29I.65", "29I.61.5"),
        of_signature=("29I.65",),
        choices={"disclosing": Asked(_DISCLOSING, widget="choice", choices=tuple(_CONSENT.items()))},
        lacks=_gives_away,
    )
)
CHECK_SUMMARY = declare_written(
    Written(
        checking.CHECK_SUMMARY,
        draft=Phrase("Тексеру туралы анықтама", "Справка о результатах проверки", "Summary of the check"),
        begins=Phrase("Тексеру туралы анықтама жазу", "Подготовить справку о проверке", "Write the summary"),
        begun=Phrase("Тексеру туралы анықтама жазылды", "Подготовлена справка о проверке", "The summary was written"),
        points=("29I.64.6",),
        of_signature=("29I.64.6",),
        when=(DECIDED,),
    )
)
VISIT_PAPERS = (VISIT_MEMO, VISIT_DECISION, CHECK_PLAN, SPECIALIST, CHECK_SUMMARY)
