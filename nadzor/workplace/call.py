"""The screen of the Call-centre: the IIN first, then in the order of a talk, read back, registered at once, handed on.

Source: 29I.23.2 (registered without delay), 29I.23.3 (handed on likewise, in the step of the registration), 29I.61.6.
"""

import uuid
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from nadzor import clock
from nadzor.appeals.forms import KIND_TITLES
from nadzor.appeals.rights import takes_calls
from nadzor.casework.refusals import Invalid, NoRight, Refusal
from nadzor.law.o29.registration import Channel
from nadzor.law.words import OWN_NAMES, Phrase
from nadzor.organs.directory import directory
from nadzor.workplace import intake_form, intake_found
from nadzor.workplace.intake import PERSONAL, kinds_shown, office_field
from nadzor.workplace.intake_field import IntakeField
from nadzor.workplace.intake_form import APPLICANT, CONTENT, FIRST, KIND, TYPE_TITLES
from nadzor.workplace.intake_found import NOTHING, Found
from nadzor.workplace.intake_paper import EARLIER
from nadzor.workplace.registering import fitting, registering
from nadzor.workplace.staff import StaffRequest, for_staff, page
from nadzor.workplace.typed import key_in

_FIELD = {field.name: field for field in (*FIRST, *APPLICANT, *CONTENT)}
_IIN = (_FIELD["iin"],)
_WHO = tuple(_FIELD[name] for name in ("type", "surname", "given_name", "patronymic"))
_REACHED = tuple(_FIELD[name] for name in ("phone", "postal_address", "email", "language"))
_WHAT = tuple(_FIELD[name] for name in ("text", "demands", "complained_of", "complained_post", "complained_body"))
_HIDDEN = ("received_at", "key")
_EARLIER = EARLIER[:3]
_ALL = (*_IIN, *_WHO, *_REACHED, *_WHAT, KIND, *_EARLIER)
_NOT_OPERATOR = Phrase(
    "Қоңырауларды Call-орталықтың операторы тіркейді. Қағазды «Қабылдау» бетінде тіркеңіз.",
    "Звонки регистрирует оператор Call-центра. Бумагу зарегистрируйте на странице «Приём».",
    "Calls are registered by an operator of the Call-centre. Register a paper on the page “Intake”.",
)
_NOT_SAID = Phrase("айтылмады", "не названо", "not said")


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def call(request: StaffRequest) -> HttpResponse:
    """Take an appeal by telephone: look the person up, write down, read back, register. GET writes nothing."""
    if not takes_calls(request.actor):
        refusal = NoRight(_NOT_OPERATOR, "29I.23.2")
        return page(request, "workplace/intake_refused.html", {"here": "call", "refusal": refusal}, status=403)
    if request.method != "POST":
        return _form(request, _fresh(), started=False)
    posted, act = _with_defaults(request.POST), request.POST.get("act", "find")
    if act == "register":
        return _register(request)
    if act == "read":
        return _read_back(request)
    if act == "change":
        return _form(request, posted, started=True)
    said = intake_found.filled(request, posted, act)
    return _form(request, said, started=True, seen=_found(request, said))


def _with_defaults(posted: QueryDict) -> QueryDict:
    """What was posted; from the first screen, which has the IIN alone, with what the others begin with."""
    said = posted.copy()
    for name, value in _fresh().items():
        said.setdefault(name, value)
    return said


def _fresh() -> dict[str, str]:
    return {
        "received_at": f"{timezone.localtime(clock.now()):%d.%m.%Y %H:%M}",
        "language": "ru",
        "type": "person",
        "key": uuid.uuid4().hex,
    }


def _found(request: StaffRequest, said: QueryDict) -> Found:
    """What is found of the person; what would follow is not asked while somebody waits on the line."""
    return intake_found.found(request, said, {})


def _data(posted: QueryDict) -> tuple[dict[str, Any], dict[str, Phrase]]:
    said = posted.copy()
    said["channel"] = str(Channel.CALL_CENTRE)
    return intake_form.data_of(said, [])


def _register(request: StaffRequest) -> HttpResponse:
    posted = request.POST
    return registering(
        request,
        *_data(posted),
        key=key_in(posted) or uuid.uuid4().hex,
        then=lambda number: redirect("receipt", number),
        again=lambda refusal: _form(request, posted, started=True, refusal=refusal),
    )


def _read_back(request: StaffRequest) -> HttpResponse:
    """Show what was written down, to be read to the person; what cannot be registered is asked again first."""
    posted = request.POST
    data, wrong = _data(posted)
    try:
        fitting(data, wrong)
    except Refusal as refusal:
        return _form(request, posted, started=True, refusal=refusal)
    office = directory().by_code.get(posted.get("addressed_to", ""))
    rows: list[dict[str, Phrase | str]] = [
        {"title": _FIELD_OFFICE.label, "text": office.name if office is not None else _NOT_SAID}
    ]
    rows += [{"title": field.label, "text": _in_words(field, posted)} for field in _ALL]
    kept = [(name, posted.get(name, "")) for name in (*_HIDDEN, "addressed_to", *(field.name for field in _ALL))]
    return page(request, "workplace/call_read.html", {"here": "call", "rows": rows, "kept": kept})


_FIELD_OFFICE = IntakeField("addressed_to", Phrase("Қай прокуратураға", "В какую прокуратуру", "To which office"))
_CHOSEN: dict[str, dict[str, Any]] = {
    **{field.name: dict(field.choices) for field in _EARLIER if field.choices},
    "type": dict(TYPE_TITLES),
    "language": dict(OWN_NAMES),
    "kind": dict(KIND_TITLES),
}


def _in_words(field: IntakeField, posted: QueryDict) -> Phrase | str:
    typed = posted.get(field.name, "").strip()
    chosen: Phrase | str = _CHOSEN.get(field.name, {}).get(typed, typed)
    return chosen or _NOT_SAID


def _form(
    request: StaffRequest,
    values: dict[str, str] | QueryDict,
    *,
    started: bool,
    refusal: Refusal | None = None,
    seen: Found = NOTHING,
) -> HttpResponse:
    told = intake_form.at_fields(refusal.fields) if isinstance(refusal, Invalid) else {}
    groups = {
        name: intake_form.rows(fields, values, told)
        for name, fields in (
            ("iin", _IIN),
            ("who", _WHO),
            ("reached", (*_REACHED, office_field(request))),
            ("what", _WHAT),
            ("earlier", _EARLIER),
        )
    }
    labels = {field.name: field.label for group in groups.values() for field, *_rest in group}
    context = {
        "here": "call",
        **groups,
        "started": started,
        "beside": any(value or error for _field, value, error, _ in groups["earlier"]),
        "kinds": kinds_shown(),
        "kind": values.get("kind", ""),
        "kind_field": KIND,
        "kind_error": told.get("kind"),
        "received_at": values.get("received_at", ""),
        "key": values.get("key", "") or uuid.uuid4().hex,
        "errors": [{"id": f"id_{name}", "label": labels.get(name), "text": text} for name, text in told.items()],
        "refusal": None if told else refusal,
        "found": seen,
        "personal": PERSONAL,
        "lang": get_language(),
    }
    return page(request, "workplace/call.html", context, status=422 if refusal else 200)
