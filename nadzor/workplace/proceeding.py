"""The page of a case: terms, content, parties, what runs beside it, journal, and what can be done now."""

import datetime as dt
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from nadzor import clock
from nadzor.appeals.came_along import came_along
from nadzor.appeals.cure import REQUIREMENTS
from nadzor.appeals.done import done_told
from nadzor.appeals.foreseen import route_told
from nadzor.appeals.forms import KIND_TITLES, OUTCOME_TITLES
from nadzor.appeals.forwarding import routed
from nadzor.appeals.higher import MATTERS, facts_told
from nadzor.appeals.models import PaperDraft, Part
from nadzor.appeals.routing.told import forwarded_told
from nadzor.appeals.senders import CHANNEL_TITLES, SENDER_TITLES
from nadzor.appeals.topics import TOPIC, TOPIC_TITLES
from nadzor.casework.case import Case
from nadzor.casework.looks import Way
from nadzor.casework.models import Entry, Party
from nadzor.casework.procedure import PROCEDURES
from nadzor.casework.showing import running_terms
from nadzor.law.posts import Body as BodyKind
from nadzor.law.posts import Post
from nadzor.law.words import LANGUAGE_TITLES, LANGUAGES, Phrase, day_text
from nadzor.organs.actor import Actor, actor_told
from nadzor.organs.models import Person
from nadzor.organs.titles import post_title
from nadzor.papers.issuing import papers_of, title_of
from nadzor.workplace import case_chain, case_facts, checks_told, complaints, considered, destruction
from nadzor.workplace.changes import Since, look_at
from nadzor.workplace.deliveries import log_of
from nadzor.workplace.drafts import check_beside, dispatch_data, draft_data
from nadzor.workplace.paper_life import draft_texts, life_told
from nadzor.workplace.slips import slip_data
from nadzor.workplace.staff import StaffRequest, case_or_404, for_staff, log_look, page, page_language
from nadzor.workplace.steps_told import steps_told

_ENTRIES = 30  # shown at first; the whole journal is one press away
NO_REASON = Phrase(
    "Деректерді не үшін ашатыныңызды жазыңыз: себеп қарау журналында қалады.",
    "Напишите, зачем открываете данные: причина остаётся в журнале просмотров.",
    "Write why you open the data: the reason stays in the access log.",
)
_ORDER = Phrase("{post}, {day} № {order} бұйрық", "{post}, приказ № {order} от {day}", "{post}, order {order} of {day}")
ROLE_TITLES = {
    "applicant": Phrase("Өтініш беруші", "Заявитель", "Applicant"),
    "representative": Phrase("Өкіл", "Представитель", "Representative"),
    "member": Phrase("Топ мүшесі", "Участник группы", "Member of the group"),
}
FLAG_TITLES: dict[str, Phrase] = {
    **MATTERS,
    "incomplete": Phrase("деректер толық емес", "неполные сведения", "data are missing"),
    "anonymous": Phrase("аноним", "анонимное", "anonymous"),
    "harm_reported": Phrase(
        "өтініш берушіге зиян туралы хабар бар",
        "есть сообщение о вреде заявителю",
        "harm to the applicant is reported",
    ),
    "asset_recovery": Phrase(
        "активтерді қайтару: заңының ерекшеліктерімен",
        "возврат активов: с особенностями его закона",
        "return of assets: with the particularities of its law",
    ),
    "iin_check_failed": Phrase(
        "ЖСН/БСН бақылау саны сәйкес емес", "не сходится контрольная цифра ИИН/БИН", "the check digit of the IIN fails"
    ),
}


@for_staff
@require_safe
def proceeding(request: StaffRequest, number: str) -> HttpResponse:
    """Show a case; each view is entered into the access log. `journal=all` shows every entry."""
    case = case_or_404(number, request.actor)
    log_look(request, case)
    return _shown(request, case, since=look_at(case, request.actor))


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def open_party(request: StaffRequest, number: str, party: int) -> HttpResponse:
    """Show the whole number of a party, for a reason that the access log keeps."""
    if request.method != "POST":  # a change of language comes back here
        return redirect("proceeding", number)
    case = case_or_404(number, request.actor)
    if party not in {each.pk for each in case.parties if isinstance(each, Party)}:
        raise Http404
    reason = request.POST.get("reason", "").strip()
    if not reason:
        errors = [{"id": f"id_reason_{party}", "text": NO_REASON}]
        return _shown(request, case, errors=errors, asking=party, status=422)
    log_look(request, case, Way.OPENED, reason=reason)
    return _shown(request, case, opened=party)


def _shown(  # noqa: PLR0913  # what the page may hold
    request: StaffRequest,
    case: Case,
    *,
    opened: int | None = None,
    asking: int | None = None,
    errors: list[dict[str, Any]] | None = None,
    since: Since | None = None,
    status: int = 200,
) -> HttpResponse:
    row, today = case.row, clock.today(case.body.zone)
    steps = steps_told(case, request.actor)
    entries = row.entries.order_by("-proceeding_version", "-pk")
    whole = request.GET.get("journal") == "all"
    papers, along = papers_of([row.pk]), came_along(row)
    told = {*(paper.file_id for paper in papers), *(each.file.pk for each in along)}
    listed = list(entries if whole else entries[: _ENTRIES + 1])
    return page(
        request,
        "workplace/proceeding.html",
        {
            "case": case,
            "row": row,
            "terms": running_terms(case, today),
            **steps,
            "check": check_beside(case),
            "data": _data(case, request.actor),
            "content": _content(case),
            "life": life_told(case, request.actor, since),
            "parties": [_party(each, opened, asking) for each in case.parties if isinstance(each, Party)],
            "files": [each for each in row.files.order_by("pk") if each.pk not in told],
            "papers": [{"row": each, "title": title_of(each)} for each in papers],
            "came_along": along,
            "tree": complaints.tree_beside(case, request.actor),
            **case_chain.told(case, request.actor),
            "children": [_child(each) for each in case.children],
            "destruction": destruction.listed(case, request.actor),
            "events": _events(listed if whole else listed[:_ENTRIES], case, since),
            "deliveries": log_of(row),
            "since": since.told(case) if since is not None else None,
            "more_entries": not whole and len(listed) > _ENTRIES,
            "errors": errors or [],
        },
        status=status,
    )


def _data(case: Case, actor: Actor) -> list[dict[str, Any]]:
    row, facts = case.row, case.facts
    unit = case.directory.units.get(row.unit_id or 0)
    names = Person.objects.in_bulk(list(case.executors()))
    holder = names.get(row.executor_id or 0)
    others = ", ".join(person.full_name for pk, person in names.items() if pk != row.executor_id)
    rows: list[tuple[Phrase, Any]] = [
        (Phrase("Прокуратура", "Прокуратура", "Office"), case.body.name),
        (Phrase("Бөлімше", "Подразделение", "Unit"), unit.name if unit else None),
        (Phrase("Орындаушы", "Исполнитель", "Executor"), holder.full_name if holder else None),
        (Phrase("Қосалқы орындаушылар", "Соисполнители", "Co-executors"), others),
        (Phrase("Түрі", "Вид", "Kind"), KIND_TITLES.get(row.kind or "")),
        *case_facts.rows(case, actor),
        (Phrase("Келіп түсу арнасы", "Канал", "Channel"), CHANNEL_TITLES.get(getattr(facts, "channel", ""))),
        (TOPIC, TOPIC_TITLES.get(getattr(facts, "topic", ""))),
        (Phrase("Тілі", "Язык", "Language"), LANGUAGE_TITLES.get(getattr(facts, "language", ""))),
        (Phrase("Кім жолдады", "Кто направил", "Sent on by"), SENDER_TITLES.get(getattr(facts, "sender", ""))),
        (Phrase("Нәтижесін хабарлау", "Сообщить о результатах", "Tell the result"), _report(facts)),
        (Phrase("Кімнің әрекетіне шағым", "На чьи действия жалоба", "Complained of"), _complained_of(facts)),
        *facts_told(facts),
        (Phrase("Не жетіспейді", "Чего не хватает", "What is missing"), _missing(facts)),
        (Phrase("Кім қарайды", "Кто рассматривает", "Who considers"), _route(case)),
        (Phrase("Қайдан келді", "Поступило из", "Came from"), _came_from(facts)),
        (Phrase("Қайда жіберілді", "Направлено", "Forwarded to"), _went_to(case)),
        (Phrase("Шешім", "Решение", "Decision"), OUTCOME_TITLES.get(getattr(facts, "outcome", ""))),
        *draft_data(facts, case.parent),
        *dispatch_data(case),
        *slip_data(case),
        *considered.facts(case),
        *checks_told.rows(case),
        *complaints.facts(case),
    ]
    found = [{"title": title, "text": text} for title, text in rows if text]
    flags = [FLAG_TITLES[flag] for flag in getattr(facts, "flags", ()) if flag in FLAG_TITLES]
    if flags:
        said = Phrase(*("; ".join(flag.into(lang) for flag in flags) for lang in LANGUAGES))
        found.append({"title": Phrase("Белгілер", "Отметки", "Flags"), "text": said})
    return found


def _report(facts: Any) -> Phrase | None:
    return Phrase("иә", "да", "yes") if getattr(facts, "report_due", False) else None


def _complained_of(facts: Any) -> str:
    people = getattr(facts, "complained_of", None) or ()
    return "; ".join(", ".join(each[name] for name in ("name", "post", "body") if each.get(name)) for each in people)


def _missing(facts: Any) -> Phrase | None:
    """What an appeal lacks of the checklist (29I.39, 40), or a request asks to be mended."""
    names = [each for each in getattr(facts, "missing", ()) if each in REQUIREMENTS]
    return (
        Phrase(*("; ".join(REQUIREMENTS[each].into(lang) for each in names) for lang in LANGUAGES)) if names else None
    )


def _route(case: Case) -> Phrase | None:
    """Who considers an appeal of this kind here, with the points that say so (29I.27-31)."""
    found = routed(case)
    return None if found is None else route_told(found)


def _came_from(facts: Any) -> Phrase | None:
    """The office that forwarded an appeal, and its number there, which is no secret: it is the national one."""
    before = getattr(facts, "forwarded_from", None)
    return None if before is None else Phrase(*(f"{name}, № {before.number}" for name in before.body.name))


def _went_to(case: Case) -> Phrase | str:
    kept = getattr(case.facts, "forwarded_to", "")
    return forwarded_told(case.directory, kept) if kept else ""


def _content(case: Case) -> list[dict[str, Any]]:
    """The texts of a case, each with its title."""
    titles = {
        "text": Phrase("Мәтіні", "Текст", "Text"),
        "demands": Phrase("Талаптары", "Требования", "Demands"),
        "answer": Phrase("Жауап", "Ответ", "Answer"),
        "addressee": Phrase("Кімге", "Кому", "To whom"),
        "asked": Phrase("Не сұралады", "Что запрашивается", "What is asked for"),
        "received": Phrase("Не келіп түсті", "Что получено", "What came"),
        "words": Phrase("Түсіндірме", "Пояснение", "Explanation"),
        "came": Phrase("Не келіп түсті", "Что поступило", "What came"),
    }
    if isinstance(case.facts, PaperDraft):
        said = [{"title": title, "text": text} for title, text in draft_texts(case.facts, page_language())]
        remark = {"title": Phrase("Ескерту", "Замечание", "Remark"), "text": case.facts.remark}
        return [remark, *said] if case.facts.remark else said
    if case.procedure.name == "slip":  # its answer is another paper, told among the data
        return []
    texts = ((title, getattr(case.facts, name, "")) for name, title in titles.items())
    return (
        [{"title": title, "text": text} for title, text in texts if text]
        + _parts(case)
        + considered.texts(case)
        + complaints.texts(case)
    )


def _parts(case: Case) -> list[dict[str, Any]]:
    """What the co-executors have given (29I.33.3)."""
    rows = Part.objects.filter(appeal=case.row.pk).select_related("person").order_by("pk")
    found = []
    for row in rows if case.procedure.name == "appeal" else ():
        said = Phrase(
            *(
                f"{_PART_OF.into(lang)} {row.person.full_name}, {day_text(row.given_on, lang)}"
                + (f" ({_LATE.into(lang)})" if row.late else "")
                for lang in LANGUAGES
            )
        )
        found.append({"title": said, "text": row.text})
    return found


_PART_OF = Phrase("Ақпарат берген:", "Информация:", "Information of")
_LATE = Phrase("кешіктірілген", "с опозданием", "late")


def _party(party: Party, opened: int | None, asking: int | None) -> dict[str, Any]:
    masked = f"••••{party.iin[-4:]}" if party.iin else ""
    return {
        "party": party,
        "role": ROLE_TITLES.get(party.role, party.role),
        "iin": party.iin if party.pk == opened else masked,
        "opened": party.pk == opened,
        "asking": party.pk == asking,
        "error": NO_REASON if party.pk == asking else None,
    }


def _child(row: Any) -> dict[str, Any]:
    procedure = PROCEDURES[row.procedure]
    state = procedure.state_of[procedure.mapped.get(row.state, row.state)]
    return {"row": row, "title": procedure.title, "state": state}


def _events(entries: list[Entry], case: Case, since: Since | None = None) -> list[dict[str, Any]]:
    """Entries of the journal in words; the people whom they name are read once for all of them."""
    people = Person.objects.in_bulk({pk for each in entries for pk in _named_in(each)})
    return [_event(each, case, since, people) for each in entries]


def _named_in(entry: Entry) -> list[int]:
    data = entry.data or {}
    return [data["executor"], *data.get("co_executors", ())] if "executor" in data else []


def _event(entry: Entry, case: Case, since: Since | None, people: dict[int, Person]) -> dict[str, Any]:
    return {
        "what": done_told(case.procedure, entry.step),
        "who": actor_told(entry.actor),
        "at": entry.recorded_at,
        "capacity": _capacity(entry.capacity, case),
        "detail": _detail(entry, case, people),
        "cites": entry.cites,
        "new": since is not None and since.is_new(entry),
    }


def _capacity(kept: str, case: Case) -> Phrase | str:
    """The post behind an entry, in words: "oblast:head; 21-Д, 2025-02-03" is the title of the post and its order.

    The title is that of the office of the case where it is of this kind, else that of any such office.
    """
    held, _, order = kept.partition("; ")
    kind, _, post = held.removesuffix(" (acting)").partition(":")
    number, _, day = order.rpartition(", ")
    try:
        body = next(card for card in (case.body, *case.directory.bodies.values()) if card.kind == BodyKind(kind))
        title, on = post_title(body, Post(post)), dt.date.fromisoformat(day)
    except (ValueError, StopIteration):
        return kept
    return Phrase(
        *(_ORDER.into(lang).format(post=title.into(lang), order=number, day=day_text(on, lang)) for lang in LANGUAGES)
    )


def _detail(entry: Entry, case: Case, people: dict[int, Person]) -> str | Phrase:
    """What an entry says in words: the note, the reason, the correction, who was named."""
    data = entry.data or {}
    said = [data[name] for name in ("reason", "remark", "text") if isinstance(data.get(name), str) and data[name]]
    named = sorted((people[pk] for pk in set(_named_in(entry)) & people.keys()), key=lambda each: each.sort_key)
    if named:
        said.insert(0, ", ".join(person.full_name for person in named))
    field = case.procedure.correctable.get(data.get("field", ""))
    if field is not None and data["field"] != "iin":  # the number stays masked
        change = f"{data.get('before') or '–'} → {data.get('value', '')}"
        rest = "".join(f". {text}" for text in said)
        return Phrase(*(f"{field.into(lang)}: {change}{rest}" for lang in LANGUAGES))
    return ". ".join(said)


def whole(case: Case, actor: Actor) -> dict[str, Any]:
    """Return all that the page of a case tells, parties masked as on it, the journal from its first entry on."""
    return {
        "data": _data(case, actor),
        "content": _content(case),
        "parties": [_party(each, None, None) for each in case.parties if isinstance(each, Party)],
        "children": [_child(each) for each in case.children],
        "events": _events(list(case.row.entries.order_by("proceeding_version", "pk")), case),
    }
