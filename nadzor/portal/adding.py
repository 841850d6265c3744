"""What the applicant adds to an appeal that is considered: arguments, files, materials to be called for (29I.63.1).

Who follows an appeal by its code adds to it here. Files are kept as they come, under the appeal, until they are sent.
"""

import uuid
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from nadzor.appeals.additions import LONGEST, TAKES
from nadzor.appeals.models import Addition
from nadzor.appeals.procedure import APPEAL
from nadzor.casework.files import DRAFTS
from nadzor.casework.forms import clean
from nadzor.casework.models import Proceeding
from nadzor.casework.opening import read_track_code
from nadzor.casework.perform import Act, perform
from nadzor.casework.refusals import Invalid, KeyReused, Refusal
from nadzor.law.words import Phrase
from nadzor.organs.actor import HOUSE
from nadzor.portal import drafts, uploads

FOLLOWED = "followed"  # the code in the session: the address of the page never holds it
_ADDRESS = "/follow/add/"
_LONGEST_KEY = 64
_LONGEST_CODE = 20
WORDS = Phrase("Не айтқыңыз келеді", "Что вы хотите добавить", "What you want to add")
WORDS_HINT = Phrase(
    "Жаңа уәждер, фактілер, түсініктемелер.", "Новые доводы, факты, пояснения.", "New arguments, facts, explanations."
)
CALL = Phrase(
    "Қандай материалдарды сұратуды өтінесіз", "Какие материалы просите истребовать", "Which materials to call for"
)
CALL_HINT = Phrase(
    "Қандай құжат және ол кімде екенін жазыңыз.",
    "Напишите, какой документ и у кого он находится.",
    "Say which document it is and who has it.",
)

_SENT_BEFORE = Phrase(
    "Бұл бет бұрын басқа мәтінмен жіберілген. Жаңа мәтін төменде сақталды: оны да жіберу үшін «Жіберу» түймесін қайта "
    "басыңыз.",
    "Эта страница уже отправлена с другим текстом. Новый текст сохранён ниже: чтобы отправить и его, нажмите "
    "«Отправить» ещё раз.",
    "This page was sent before with another text. The new text is kept below: press Send once more to send it too.",
)


@dataclass(frozen=True, slots=True)
class Adding:
    """An appeal that is added to; `space`: whose its files are until they are sent."""

    row: Proceeding

    @property
    def space(self) -> str:
        """The space of files and of idempotency keys: that of the appeal, so that they outlive a closed browser."""
        return f"{DRAFTS}a{self.row.pk}"


def adding_of(request: HttpRequest) -> Adding | None:
    """Return the appeal that this browser follows."""
    code = read_track_code(str(request.session.get(FOLLOWED) or ""))
    if not code or len(code) > _LONGEST_CODE:
        return None
    row = Proceeding.objects.filter(track=code, procedure=APPEAL.name).first()
    return Adding(row) if row is not None else None


def brings_materials(request: HttpRequest) -> bool:
    """Whether a request adds to an appeal that this browser follows: only then a large body is read."""
    if request.path_info != _ADDRESS:
        return False
    found = adding_of(request)
    return found is not None and found.row.state in TAKES


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Ask what is to be added, keep files as they come, and send. What was typed stays, whatever is wrong with it."""
    found = adding_of(request)
    if found is None or (request.method != "POST" and found.row.state not in TAKES):
        return redirect("follow")
    if request.method != "POST":
        return _show(request, found)
    if found.row.state not in TAKES:
        return _send(request, found)
    refused = uploads.take(found, request.FILES.getlist("files"))
    uploads.remove(found, request.POST.get("remove", ""))
    if refused or "upload" in request.POST or "remove" in request.POST:
        return _show(request, found, refused=refused, status=422 if refused else 200)
    return _send(request, found)


def _send(request: HttpRequest, found: Adding) -> HttpResponse:
    said = {name: str(clean(request.POST.get(name, ""))) for name in ("words", "to_call_for")}
    data: dict[str, Any] = {name: text for name, text in said.items() if text}
    data["attachments"] = [str(file.public_id) for file in drafts.files_of(found)]
    key = request.POST.get("key", "")[:_LONGEST_KEY] or None
    actor = replace(HOUSE, name="portal", key_space=found.space)
    try:
        perform(Act(APPEAL.name, "applicant_adds", actor, data, on=(found.row.number,), key=key))
    except KeyReused:
        before = Addition.objects.filter(appeal=found.row.pk, words=said["words"], to_call_for=said["to_call_for"])
        if not before.exists():  # the page was opened again by “back” and says something else now
            return _show(request, found, refusal=Refusal(_SENT_BEFORE), key="", status=409)
        # else the second click: the first one has taken the files already
    except Invalid as invalid:
        return _show(request, found, fields=invalid.fields, status=422)
    except Refusal as refusal:
        return _show(request, found, refusal=refusal, status=409)
    messages.success(request, gettext("Sent. What you added is kept with the appeal."))
    return redirect("follow")


def _show(  # noqa: PLR0913  # what the page may hold
    request: HttpRequest,
    found: Adding,
    *,
    refused: list[Phrase] | None = None,
    fields: dict[str, Phrase] | None = None,
    refusal: Refusal | None = None,
    key: str | None = None,
    status: int = 200,
) -> HttpResponse:
    told = fields or {}
    asked = [
        {
            "name": name,
            "label": label,
            "hint": hint,
            "value": str(clean(request.POST.get(name, ""))),
            "error": told.get(name),
        }
        for name, label, hint in (("words", WORDS, WORDS_HINT), ("to_call_for", CALL, CALL_HINT))
    ]
    labels = {"words": WORDS, "to_call_for": CALL}
    errors: list[dict[str, Any]] = []
    for name, text in told.items():  # what concerns no field alone leads to the first one
        linked = {"id": f"id_{name}", "label": labels[name]} if name in labels else {"id": "id_words"}
        errors.append({**linked, "text": text})
    errors += [{"id": "id_files", "text": text} for text in refused or []]
    context = {
        "number": found.row.number,
        "fields": asked,
        "limit": LONGEST,
        "kept": drafts.files_of(found),
        "refused": refused or [],
        "errors": errors,
        "refusal": refusal,
        "cites": APPEAL.step_of["applicant_adds"].cites,
        "key": (request.POST.get("key", "")[:_LONGEST_KEY] if key is None else key) or uuid.uuid4().hex,
    }
    return render(request, "portal/adding.html", context, status=status)
