"""The pages of templates of answers: the list, one template with all its wordings, a new one."""

import uuid
from typing import Annotated, Any, Literal

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe
from pydantic import Field

from nadzor import clock
from nadzor.appeals.forms import KIND_TITLES, OUTCOME_TITLES
from nadzor.casework.asking import declared
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.refusals import Invalid, Refusal, invalid
from nadzor.law.facts import Kind, Outcome
from nadzor.law.words import LANGUAGE_TITLES, Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.directory import directory
from nadzor.organs.models import Person
from nadzor.workplace import step_forms
from nadzor.workplace.answer_templates import WITH_SLOTS, in_force, places, seen_by, slots_told, writes, wrong_text
from nadzor.workplace.models import AnswerTemplate, AnswerWording
from nadzor.workplace.staff import StaffRequest, for_staff, page, page_language
from nadzor.workplace.step_forms import PageField
from nadzor.workplace.typed import key_in

_SAVED = Phrase("Үлгі сақталды: {title}.", "Шаблон сохранён: {title}.", "The template is saved: {title}.")
_WITHDRAWN = Phrase("Үлгі алынды: {title}.", "Шаблон отозван: {title}.", "The template is withdrawn: {title}.")
_NOT_YOURS = Phrase(
    "Жауап үлгілерін прокуратураның басшылығы, бөлімше үлгілерін бөлімше басшысы да жазады.",
    "Шаблоны ответов пишет руководство прокуратуры, шаблоны подразделения также его руководитель.",
    "Templates of answers are written by the leadership of the office; those of a unit by its head too.",
)
_CHANGED = Phrase(
    "Сіз жазып отырғанда үлгі өзгерді: {who}. Жазғаныңыз жоғалған жоқ: төмендегі соңғы мәтінмен салыстырып, "
    "қайта сақтаңыз.",
    "Пока вы писали, шаблон изменён: {who}. Введённое не потеряно: сравните с последним текстом ниже и сохраните "
    "снова.",
    "While you were writing, the template was changed by {who}. What you typed is kept: compare it with the last text "
    "below and save again.",
)
_CHOOSE = Phrase("Тізімнен таңдаңыз.", "Выберите из списка.", "Choose from the list.")
_TITLES = {"kind": KIND_TITLES, "outcome": OUTCOME_TITLES, "language": LANGUAGE_TITLES}


class Wording(Form):
    """What a template says, in which language, for which appeals."""

    title: Annotated[Text, Asked(Phrase("Атауы", "Название", "Title")), Field(min_length=1, max_length=120)]
    language: Annotated[
        Literal["kk", "ru"],
        Asked(
            Phrase("Тілі", "Язык", "Language"),
            widget="radio",
            choices=tuple((each, LANGUAGE_TITLES[each]) for each in ("kk", "ru")),
        ),
    ]
    kind: Annotated[
        Kind | None,
        Asked(
            Phrase("Жолданымның түрі", "Вид обращения", "Kind of appeal"),
            widget="choice",
            choices=tuple(KIND_TITLES.items()),
        ),
    ] = None
    outcome: Annotated[
        Outcome | None,
        Asked(Phrase("Шешім", "Решение", "Decision"), widget="choice", choices=tuple(OUTCOME_TITLES.items())),
    ] = None
    text: Annotated[
        Text,
        Asked(Phrase("Мәтіні", "Текст", "Text"), widget="text"),
        Field(min_length=1, max_length=50_000),
    ]
    norms: Annotated[
        Text,
        Asked(
            Phrase("Заңнамаға сілтеме", "Ссылки на законодательство", "References to legislation"),
            Phrase(
                "Акт пен бап, әр жолда біреуден.", "Акт и статья, по одной на строке.", "Act and article, one a line."
            ),
            widget="text",
        ),
        Field(max_length=5000),
    ] = ""
    contest: Annotated[
        Text,
        Asked(
            Phrase("Шағымдану құқығы", "Право на обжалование", "Right to contest"),
            Phrase(
                "Бос болса, жүйенің мәтіні қалады.",
                "Если пусто, остаётся текст системы.",
                "Empty: the words of the system stay.",
            ),
            widget="text",
        ),
        Field(max_length=3000),
    ] = ""
    act_results: Annotated[
        Text,
        Asked(
            Phrase(
                "Енгізілген актінің нәтижесін қалай білуге болады",
                "Как узнать о результатах внесённого акта",
                "How to learn of the results of an act brought",
            ),
            widget="text",
        ),
        Field(max_length=2000),
    ] = ""


class _Asks:
    """The form as the fields of pages read it."""

    needs: type[Form] = Wording
    final = False


@for_staff
@require_safe
def templates(request: StaffRequest) -> HttpResponse:
    """Show the templates that somebody may use."""
    seen = in_force().filter(template__in=seen_by(request.actor))
    rows = [_row(each) for each in seen.order_by("language", "title", "pk")]
    return page(
        request,
        "workplace/answer_templates.html",
        {"here": "my", "rows": rows, "may_write": bool(places(request.actor))},
    )


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def new_template(request: StaffRequest) -> HttpResponse:
    """Write a template, for the office or for a unit."""
    if not places(request.actor):
        refused = {"here": "my", "rows": [], "refusal": Refusal(_NOT_YOURS)}
        return page(request, "workplace/answer_templates.html", refused, status=403)
    if request.method != "POST":
        return _show(request, None)
    posted, key = request.POST, key_in(request.POST)[:100] or uuid.uuid4().hex
    try:
        said, (body, unit) = _read(posted), _place(request.actor, posted.get("of", ""))
    except Invalid as refusal:
        return _show(request, None, posted=posted, told=_with_place(refusal, request.actor, posted))
    kept = f"{request.actor.person_id}:{key}"
    try:
        with transaction.atomic():
            row = AnswerTemplate.objects.create(body_id=body, unit_id=unit, version=1, key=kept)
            _write(row, said, request.actor)
    except IntegrityError:  # a second click
        row = AnswerTemplate.objects.get(key=kept)
    _tell(request, _SAVED, said.title)
    return redirect("answer-template", row.pk)


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def template(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a template with all its wordings; change it, or withdraw it (`withdraw`)."""
    row = seen_by(request.actor).filter(pk=pk).first()
    if row is None:
        raise Http404
    if request.method != "POST":
        return _show(request, row)
    if not writes(request.actor, row.body_id, row.unit_id) or row.withdrawn_at is not None:
        return _show(request, row, refusal=Refusal(_NOT_YOURS), status=403)
    posted = request.POST
    if "withdraw" in posted:
        kept = AnswerTemplate.objects.filter(pk=pk, withdrawn_at__isnull=True)
        kept.update(withdrawn_at=clock.now(), withdrawn_by=request.actor.person_id)
        _tell(request, _WITHDRAWN, _last(row).title)
        return redirect("answer-templates")
    try:
        said = _read(posted)
    except Invalid as refusal:
        return _show(request, row, posted=posted, told=refusal.fields)
    with transaction.atomic():
        row = AnswerTemplate.objects.select_for_update().get(pk=pk)
        last = _last(row)
        if said == _said(last):
            return redirect("answer-template", pk)  # nothing new: a second click, too
        if posted.get("version") != str(row.version):
            who = last.changed_by.full_name
            stale = Refusal(Phrase(*(text.format(who=who) for text in _CHANGED)))
            return _show(request, row, posted=posted, refusal=stale, status=409)
        row.version += 1
        row.save(update_fields=["version"])
        _write(row, said, request.actor)
    _tell(request, _SAVED, said.title)
    return redirect("answer-template", pk)


def _read(posted: QueryDict) -> Wording:
    """Read a wording. Raises Invalid with all that is wrong, slots of the text included."""
    asks = _Asks()
    slots = {name: told for name in WITH_SLOTS if (told := wrong_text(posted.get(name, ""))) is not None}
    try:
        said = Wording.model_validate(step_forms.checked(asks, posted))
    except Invalid as refusal:
        raise Invalid(refusal.message, fields={**refusal.fields, **slots}) from None
    if slots:
        raise invalid(**slots)
    return said


def _place(actor: Actor, of: str) -> tuple[int, int | None]:
    """Return the office and the unit that a template is written for. Raises Invalid for what is not on the list."""
    for body, unit, _ in places(actor):
        if of == _code(body, unit):
            return body, unit
    raise invalid(of=_CHOOSE)


def _with_place(refusal: Invalid, actor: Actor, posted: QueryDict) -> dict[str, Phrase]:
    """Everything that is wrong at once: the place is read after the rest."""
    known = {_code(body, unit) for body, unit, _ in places(actor)}
    return {**({} if posted.get("of") in known else {"of": _CHOOSE}), **refusal.fields}


def _code(body: int, unit: int | None) -> str:
    return f"body-{body}" if unit is None else f"unit-{unit}"


def _write(row: AnswerTemplate, said: Wording, actor: Actor) -> None:
    fields = {**said.model_dump(mode="json"), "kind": said.kind or "", "outcome": said.outcome or ""}
    who = Person.objects.get(pk=actor.person_id or 0)
    AnswerWording.objects.create(template=row, number=row.version, changed_at=clock.now(), changed_by=who, **fields)


def _last(row: AnswerTemplate) -> AnswerWording:
    return row.wordings.select_related("changed_by").get(number=row.version)


def _said(wording: AnswerWording) -> Wording:
    values = {name: kept for name in Wording.model_fields if (kept := getattr(wording, name))}
    return Wording.model_validate(values)


def _tell(request: StaffRequest, said: Phrase, title: str) -> None:
    messages.success(request, said.into(page_language()).format(title=title))


def _row(each: AnswerWording) -> dict[str, Any]:
    """A wording as pages show it, its values by their titles."""
    known = directory()
    row = each.template
    unit = known.units.get(row.unit_id or 0)
    return {
        "wording": each,
        "pk": row.pk,
        "whose": unit.name if unit is not None else known.bodies[row.body_id].name,
        "titles": [titles[value] for name, titles in _TITLES.items() if (value := getattr(each, name)) in titles],
    }


def _show(  # noqa: PLR0913  # what the page may hold
    request: StaffRequest,
    row: AnswerTemplate | None,
    *,
    posted: QueryDict | None = None,
    told: dict[str, Phrase] | Any = None,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    told = dict(told or {})
    wordings = [] if row is None else list(row.wordings.select_related("template", "changed_by").order_by("-number"))
    may_write = row is None or (writes(request.actor, row.body_id, row.unit_id) and row.withdrawn_at is None)
    shown = _fields(posted, told, wordings[0] if wordings else None)
    if row is None:
        shown.insert(0, _place_field(request.actor, posted, told))
    context = {
        "here": "my",
        "row": row,
        "last": _row(wordings[0]) if wordings else None,
        "wordings": wordings,
        "fields": shown if may_write else [],
        "slots": slots_told(),
        "errors": step_forms.summary(shown, told, {}),
        "refusal": refusal,
        "version": row.version if row is not None else "",
        "key": (key_in(posted) if posted is not None else "") or uuid.uuid4().hex,
    }
    return page(request, "workplace/answer_template.html", context, status=422 if told else status)


def _fields(posted: QueryDict | None, told: dict[str, Phrase], last: AnswerWording | None) -> list[PageField]:
    found = []
    for name, (asked, required, limit) in declared(Wording).items():
        value = posted.get(name, "") if posted is not None else getattr(last, name, "")
        found.append(
            PageField(name, asked, asked.widget, required, asked.choices, value, limit=limit, error=told.get(name))
        )
    return found


_OF = Asked(Phrase("Кімге арналған", "Для кого", "For whom"), widget="radio")


def _place_field(actor: Actor, posted: QueryDict | None, told: dict[str, Phrase]) -> PageField:
    choices = tuple((_code(body, unit), name) for body, unit, name in places(actor))
    value = posted.get("of", "") if posted is not None else (choices[0][0] if len(choices) == 1 else "")
    return PageField("of", _OF, "radio", required=True, choices=choices, value=value, error=told.get("of"))
