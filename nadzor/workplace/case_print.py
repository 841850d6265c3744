"""A case as one clean file: all that its page tells, the whole journal, the files with their digests."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from nadzor import clock
from nadzor.appeals.forms import OUTCOME_TITLES
from nadzor.appeals.models import AnswerGiven
from nadzor.casework.case import Case
from nadzor.casework.looks import Way
from nadzor.casework.models import Term
from nadzor.casework.reckonings import told
from nadzor.casework.showing import applicant_told, signature_told
from nadzor.law.explain import point_text
from nadzor.law.words import Lang, Phrase, day_text, weekday_text
from nadzor.organs.actor import Actor
from nadzor.papers.sheets import Block, Sheet, as_of, set_sheet
from nadzor.workplace.proceeding import whole
from nadzor.workplace.registers import saved_pdf
from nadzor.workplace.staff import StaffRequest, case_or_404, for_staff, log_look, page_language

_ABOUT = Phrase("Іс туралы", "О деле", "About the case")
_TERMS = Phrase("Мерзімдер", "Сроки", "Terms")
_CONTENT = Phrase("Мазмұны", "Содержание", "Content")
_PARTIES = Phrase("Қатысушылар", "Участники", "Parties")
_BESIDE = Phrase("Қатар жүретін істер", "Рядом с этим делом", "Beside this case")
_ANSWERS = Phrase("Берілген жауаптар", "Данные ответы", "Answers that were given")
_FILES = Phrase("Файлдар", "Файлы", "Files")
_JOURNAL = Phrase("Журнал, басынан бастап", "Журнал, с первой записи", "Journal, from the first entry")
_LIVE = Phrase("Істің беті:", "Страница дела:", "The page of the case:")
_PRINTED = Phrase("Басып шығарған: {name}", "Напечатал: {name}", "Printed by: {name}")
_REGISTERED = Phrase("Тіркелді", "Зарегистрировано", "Registered")
_STATE = Phrase("Күйі", "Состояние", "State")
_APPLICANT = Phrase("Өтініш беруші", "Заявитель", "Applicant")
_PART_OF = Phrase("Негізгі іс", "Основное дело", "Part of")
_TERM_HEADS = (
    Phrase("Мерзім", "Срок", "Term"),
    Phrase("Соңғы күні", "Последний день", "Last day"),
    Phrase("Күйі", "Состояние", "State"),
    Phrase("Неге осы күн", "Почему этот день", "Why this day"),
)
_TERM_STATES: dict[str, Phrase] = {
    Term.State.RUNNING: Phrase("жүріп жатыр", "идёт", "running"),
    Term.State.KEPT: Phrase("сақталды", "соблюдён", "kept"),
    Term.State.LATE: Phrase("өтіп кетті", "нарушен", "ended late"),
    Term.State.CALLED_OFF: Phrase("алынып тасталды", "снят", "called off"),
}
_FILE_HEADS = (
    Phrase("Атауы", "Название", "Name"),
    Phrase("Көлемі, байт", "Размер, байт", "Size, bytes"),
    Phrase("SHA-256", "SHA-256", "SHA-256"),
)
_EVENT_HEADS = (
    Phrase("Қашан", "Когда", "When"),
    Phrase("Не болды", "Что произошло", "What happened"),
    Phrase("Кім", "Кто", "Who"),
    Phrase("Негіздеме", "Основание", "Ground"),
)
_PARTY_TITLES = {
    "iin": Phrase("ЖСН немесе БСН", "ИИН или БИН", "IIN or BIN"),
    "postal_address": Phrase("Мекенжайы", "Адрес", "Address"),
    "phone": Phrase("Телефон", "Телефон", "Telephone"),
    "email": Phrase("Электрондық пошта", "Электронная почта", "E-mail"),
}


@for_staff
@require_safe
def case_pdf(request: StaffRequest, number: str) -> HttpResponse:
    """Give a case as a PDF to be saved; the printing is entered into the access log."""
    case = case_or_404(number, request.actor)
    log_look(request, case, Way.PRINT)
    url = request.build_absolute_uri(reverse("proceeding", args=[number]))
    made = case_paper(case, page_language(), by=request.actor, url=url, at=clock.now())
    return saved_pdf(made, f"{case.row.number}.pdf")


def case_paper(case: Case, lang: Lang, *, by: Actor, url: str, at: dt.datetime) -> bytes:
    """Return a case as a PDF in a language. `by`: who prints it; `url`: of the live page."""
    row, zone = case.row, ZoneInfo(case.body.zone)
    title = f"{case.procedure.title.into(lang)} № {row.number}"
    now = as_of(at.astimezone(zone), lang)
    parts = whole(case, by)
    sheet = Sheet(
        title=title,
        foot=f"{title} · {now}",
        url=url,
        url_words=_LIVE.into(lang),
        under=(case.body.name.into(lang), f"{now}. {_PRINTED.into(lang).format(name=by.name)}"),
        blocks=(
            Block(_ABOUT.into(lang), pairs=_about(case, parts["data"], lang)),
            _terms(case, lang),
            Block(_CONTENT.into(lang), texts=_content(case, parts["content"], lang)),
            Block(_ANSWERS.into(lang), texts=_answers(case, lang)),
            Block(_PARTIES.into(lang), pairs=_parties(parts["parties"], lang)),
            Block(_BESIDE.into(lang), pairs=_children(parts["children"], lang)),
            _files(case, lang),
            Block(
                _JOURNAL.into(lang),
                heads=[each.into(lang) for each in _EVENT_HEADS],
                widths=(13, 40, 27, 20),
                rows=[_event(each, zone, lang) for each in parts["events"]],
            ),
        ),
    )
    return set_sheet(sheet, lang, at)


def _said(text: Phrase | str | None, lang: Lang) -> str:
    return text.into(lang) if isinstance(text, Phrase) else str(text or "")


def _about(case: Case, data: list[dict[str, Any]], lang: Lang) -> list[tuple[str, str]]:
    row = case.row
    first: list[tuple[Phrase, Phrase | str]] = [
        (_STATE, case.state.title),
        (_REGISTERED, day_text(row.registered_on, lang)),
        (_APPLICANT, applicant_told(row.applicant)),
        *([(_PART_OF, case.parent.row.number)] if case.parent else []),
    ]
    rows = [*first, *((each["title"], each["text"]) for each in data)]
    return [(title.into(lang), _said(text, lang)) for title, text in rows]


def _terms(case: Case, lang: Lang) -> Block:
    """All terms of the case, those that have ended too, each with its reckoning."""
    rows = []
    for term in sorted(case.terms, key=lambda each: (each.due_day, each.pk)):
        clock_title = (
            case.procedure.clock_of[term.clock].title.into(lang) if term.clock in case.procedure.clock_of else ""
        )
        state = _TERM_STATES[term.state].into(lang)
        rows.append((clock_title, weekday_text(term.due_day, lang), state, told(term.reckoning, lang)))
    heads = [each.into(lang) for each in _TERM_HEADS]
    return Block(_TERMS.into(lang), heads=heads, widths=(20, 20, 15, 45), rows=rows)


def _content(case: Case, content: list[dict[str, Any]], lang: Lang) -> list[tuple[str, str]]:
    """The texts of the case but the answer, which stands among those that were given."""
    answer = getattr(case.facts, "answer", "") if _given(case) else ""
    return [(_said(each["title"], lang), each["text"]) for each in content if not answer or each["text"] != answer]


def _given(case: Case) -> list[AnswerGiven]:
    if case.procedure.facts != "appeal":
        return []
    return list(AnswerGiven.objects.filter(appeal=case.row.pk).select_related("paper", "appeal").order_by("pk"))


def _answers(case: Case, lang: Lang) -> list[tuple[str, str]]:
    found = []
    for each in _given(case):
        outcome = _said(OUTCOME_TITLES.get(each.outcome), lang)
        signed = signature_told(each.signed_by, case.body).into(lang)
        day = day_text(each.signed_on, lang) if each.signed_on else ""
        head = ", ".join(part for part in (day, outcome, signed) if part)
        found.append((head, each.text))
    return found


def _parties(parties: list[dict[str, Any]], lang: Lang) -> list[tuple[str, str]]:
    """The parties as the page shows them: the number masked."""
    found = []
    for each in parties:
        party = each["party"]
        known = {"iin": each["iin"], **{name: getattr(party, name) for name in ("postal_address", "phone", "email")}}
        lines = [f"{_PARTY_TITLES[name].into(lang)}: {text}" for name, text in known.items() if text]
        found.append((_said(each["role"], lang), "\n".join([party.full_name or "–", *lines])))
    return found


def _children(children: list[dict[str, Any]], lang: Lang) -> list[tuple[str, str]]:
    return [
        (
            f"{each['title'].into(lang)} № {each['row'].number}",
            f"{each['state'].title.into(lang)}\n{each['row'].subject}",
        )
        for each in children
    ]


def _files(case: Case, lang: Lang) -> Block:
    rows = [(each.name, str(each.size), each.sha256) for each in case.row.files.order_by("pk")]
    return Block(_FILES.into(lang), heads=[each.into(lang) for each in _FILE_HEADS], widths=(35, 13, 52), rows=rows)


def _event(event: dict[str, Any], zone: ZoneInfo, lang: Lang) -> tuple[str, str, str, str]:
    what = ". ".join(part for part in (_said(event["what"], lang), _said(event["detail"], lang)) if part)
    who = ", ".join(part for part in (_said(event["who"], lang), _said(event["capacity"], lang)) if part)
    cites = "; ".join(dict.fromkeys(point_text(each, lang) for each in event["cites"]))
    return f"{event['at'].astimezone(zone):%d.%m.%Y %H:%M}", what, who, cites
