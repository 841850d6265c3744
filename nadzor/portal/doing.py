"""What an applicant does in an appeal by its code: one page for every row of `appeals.applicant.doings`.

The fields are those that the row asks for. Files are kept as they come, under the appeal, until they are sent.
"""

import hashlib
import re
import uuid
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from nadzor.accounts.addresses import address_of
from nadzor.accounts.attempts import failed, too_many
from nadzor.accounts.models import Attempt
from nadzor.appeals.applicant.doings import DOINGS, Doing, Now, do, doing_of
from nadzor.appeals.following import is_named
from nadzor.appeals.procedure import APPEAL
from nadzor.casework.asking import BAD_DAY, day_in, declared
from nadzor.casework.case import Case
from nadzor.casework.files import DRAFTS
from nadzor.casework.forms import Asked, clean, parsed
from nadzor.casework.loading import case_of
from nadzor.casework.models import Key, Proceeding
from nadzor.casework.opening import read_track_code
from nadzor.casework.refusals import INVALID, Invalid, Refusal
from nadzor.law.words import LANGUAGES, Lang, Phrase
from nadzor.organs.actor import HOUSE
from nadzor.portal import drafts, uploads

FOLLOWED = "followed"  # the code in the session: the address of the page never holds it
_ADDRESS = re.compile(r"/follow/([a-z]{1,20})/")
_LONGEST_KEY = 64
_LONGEST_CODE = 20
_FILES = "attachments"
SURNAME = Asked(
    Phrase(
        "Өтініш берушінің тегі немесе ұйымның атауы",
        "Фамилия заявителя или название организации",
        "Surname of the applicant, or title of the organisation",
    ),
    Phrase(
        "Мұны сіз үшін басқа біреу жасамауы үшін сұраймыз.",
        "Спрашиваем, чтобы этого не сделал за вас кто-то другой.",
        "We ask for it so that nobody else does this for you.",
    ),
)
WRONG_NAME = Phrase(
    "Тегі жолданымдағымен сәйкес емес. Жолданымда жазылғандай енгізіңіз (ұйым үшін – атауын).",
    "Фамилия не та, что в обращении. Введите её, как в обращении (для организации – название).",
    "The surname is not that of the appeal. Enter it as it stands there (for an organisation, its title).",
)
NO_SURNAME = Phrase(
    "Тегін енгізіңіз (ұйым үшін – атауын).",
    "Введите фамилию (для организации – название).",
    "Enter the surname (for an organisation, its title).",
)
TOO_MANY = Phrase("Қате код тым көп енгізілді", "Слишком много неверных кодов", "Too many wrong codes were entered")
WAIT = Phrase(
    "Басқалардың деректерін қорғау үшін бір сағат күте тұрамыз. Кодты анықтамадан тексеріп, кейінірек қайталаңыз.",
    "Чтобы защитить чужие данные, мы ждём один час. Сверьте код со справкой и повторите позже.",
    "To protect other people's data we wait for an hour. Check the code on your receipt and try again later.",
)
_SENT_BEFORE = Phrase(
    "Бұл бет бұрын басқа мәтінмен жіберілген. Жаңа мәтін төменде сақталды: оны да жіберу үшін «Жіберу» түймесін қайта "
    "басыңыз.",
    "Эта страница уже отправлена с другим текстом. Новый текст сохранён ниже: чтобы отправить и его, нажмите "
    "«Отправить» ещё раз.",
    "This page was sent before with another text. The new text is kept below: press Send once more to send it too.",
)


def misnamed(typed: str, address: str) -> Phrase:
    """Return what is said where a surname opens nothing. A wrong one is counted; an empty field is no guess."""
    if not typed.strip():
        return NO_SURNAME
    failed(Attempt.Kind.TRACK, address)
    return WRONG_NAME


@dataclass(frozen=True, slots=True)
class Followed:
    """The appeal that a browser follows, and what is done there; `space`: whose its files are until they are sent."""

    row: Proceeding
    name: str

    @property
    def space(self) -> str:
        """The space of files and of idempotency keys: that of the appeal, so that they outlive a closed browser.

        Each thing has its own: a file uploaded to be added does not go along with a complaint.
        """
        return f"{DRAFTS}a{self.row.pk}.{self.name}"


@dataclass(frozen=True, slots=True)
class Shown:
    """A field as `ui/_field` draws it."""

    name: str
    asked: Asked
    required: bool
    value: Any
    limit: int | None
    error: Phrase | None
    choices: tuple[tuple[str, Phrase], ...] = ()


def followed_of(request: HttpRequest, name: str) -> Followed | None:
    """Return the appeal that this browser follows, to do something there."""
    code = read_track_code(str(request.session.get(FOLLOWED) or ""))
    if not code or len(code) > _LONGEST_CODE:
        return None
    row = Proceeding.objects.filter(track=code, procedure=APPEAL.name).first()
    return Followed(row, name) if row is not None else None


def brings_materials(request: HttpRequest) -> bool:
    """Whether a request does what its appeal may be done with now: only then a large body is read."""
    asked = _ADDRESS.fullmatch(request.path_info)
    doing = _known(asked[1]) if asked is not None else None
    if doing is None or _FILES not in declared(doing.asks):
        return False
    found = followed_of(request, doing.name)
    return found is not None and isinstance(doing_of(case_of(found.row), doing.name), Now)


def _known(name: str) -> Doing | None:
    return next((each for each in DOINGS if each.name == name), None)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def doing(request: HttpRequest, name: str) -> HttpResponse:
    """Ask for what a thing needs, keep files as they come, and do it. What was typed stays, whatever is wrong."""
    row = _known(name)
    if row is None:
        raise Http404
    found = followed_of(request, name)
    if found is None:
        return redirect("follow")
    case = case_of(found.row)
    now = doing_of(case, name)
    if request.method != "POST":
        return _show(request, found, case, now) if isinstance(now, Now) else redirect("follow")
    typed, wrong = _typed(request, row)
    key = request.POST.get("key", "")[:_LONGEST_KEY]
    if _sent_with(found, key, typed):  # a second click: the first one has taken the files already
        return _done(request, row, case)
    if not isinstance(now, Now):
        return _refused(request, found, case, row, now.why if now is not None else None)
    if _FILES in declared(row.asks):
        refused = uploads.take(found, request.FILES.getlist("files"))
        uploads.remove(found, request.POST.get("remove", ""))
        if refused or "upload" in request.POST or "remove" in request.POST:
            return _show(request, found, case, now, refused=refused, status=422 if refused else 200)
        typed = {**typed, _FILES: [str(file.public_id) for file in drafts.files_of(found)]}
    return _send(request, found, case, now, typed=typed, wrong=wrong, key=key)


def _typed(request: HttpRequest, row: Doing) -> tuple[dict[str, Any], dict[str, Phrase]]:
    """Return what was typed, and what cannot be read; what was left empty is left out."""
    typed: dict[str, Any] = {}
    wrong: dict[str, Phrase] = {}
    for name, (asked, _required, _limit) in declared(row.asks).items():
        text = str(clean(request.POST.get(name, "")))
        if asked.widget == "files" or not text:
            continue
        day = day_in(text) if asked.widget == "day" else None
        if asked.widget == "flag":
            typed[name] = True
        elif asked.widget == "day" and day is None:
            wrong[name] = BAD_DAY
        else:
            typed[name] = text if day is None else day.isoformat()
    return typed, wrong


def _keys(key: str, typed: dict[str, Any]) -> tuple[str, str]:
    """The beginning that all keys of a page have, and the key of what was typed there."""
    said = "\n".join(f"{name}={typed[name]}" for name in sorted(typed) if name != _FILES)
    return f"{key}:", f"{key}:{hashlib.sha256(said.encode()).hexdigest()[:16]}"


def _sent_with(found: Followed, key: str, typed: dict[str, Any]) -> bool:
    """Whether this page did the same already."""
    return bool(key) and Key.objects.filter(space=found.space, key=_keys(key, typed)[1]).exists()


def _send(  # noqa: PLR0913  # what a page has brought
    request: HttpRequest,
    found: Followed,
    case: Case,
    now: Now,
    *,
    typed: dict[str, Any],
    wrong: dict[str, Phrase],
    key: str,
) -> HttpResponse:
    first, own = _keys(key, typed)
    if key and Key.objects.filter(space=found.space, key__startswith=first).exists():
        # the page was opened again by “back” and says something else now
        return _show(request, found, case, now, refusal=Refusal(_SENT_BEFORE), key="", status=409)
    if now.doing.named:
        address = address_of(request)
        if too_many(Attempt.Kind.TRACK, address):
            return render(request, "429.html", {"what": TOO_MANY, "todo": WAIT}, status=429)
        surname = request.POST.get("surname", "")
        if not is_named(found.row.pk, surname):
            wrong = {**wrong, "surname": misnamed(surname, address)}
    actor = replace(HOUSE, name="portal", key_space=found.space)
    try:
        if wrong:
            _raise_all(now.doing, typed, wrong)
        asked = now.doing.warns(case, typed) if now.doing.warns is not None else {}
        if asked and "warned" not in request.POST:
            parsed(now.doing.asks, typed, listed=False)
            return _show(request, found, case, now, fields=asked, warned=True, status=422)
        do(case, now, typed, actor, own if key else None)
    except Invalid as invalid:
        return _show(request, found, case, now, fields=dict(invalid.fields), status=422)
    except Refusal as refusal:
        return _show(request, found, case, now, refusal=refusal, status=409)
    return _done(request, now.doing, case)


def _raise_all(row: Doing, typed: dict[str, Any], wrong: dict[str, Phrase]) -> None:
    """Raise Invalid with everything that is wrong at once."""
    told = dict(wrong)
    try:
        parsed(row.asks, typed, listed=False)
    except Invalid as invalid:
        told = {**invalid.fields, **told}
    raise Invalid(INVALID, fields=told)


def _done(request: HttpRequest, row: Doing, case: Case) -> HttpResponse:
    said = row.done if row.told_after is None else row.told_after(case)
    messages.success(request, said.into(_language()))
    return redirect("follow")


def _language() -> Lang:
    return next((each for each in LANGUAGES if each == get_language()), "ru")


def _refused(request: HttpRequest, found: Followed, case: Case, row: Doing, why: Phrase | None) -> HttpResponse:
    """Show what was typed with the reason why it cannot be done any more."""
    now = Now(row, found.row.number, row.told, None)
    return _show(request, found, case, now, refusal=Refusal(why or _NO_LONGER, *row.cites), status=409)


_NO_LONGER = Phrase(
    "Бұл енді мүмкін емес: жолданымның жағдайы өзгерді.",
    "Это больше невозможно: состояние обращения изменилось.",
    "This is no longer possible: the state of the appeal has changed.",
)


def _show(  # noqa: PLR0913  # what the page may hold
    request: HttpRequest,
    found: Followed,
    case: Case,
    now: Now,
    *,
    refused: list[Phrase] | None = None,
    fields: dict[str, Phrase] | None = None,
    refusal: Refusal | None = None,
    key: str | None = None,
    warned: bool = False,
    status: int = 200,
) -> HttpResponse:
    told = fields or {}
    shown = _fields(request, case, now.doing, told)
    labels = {each.name: each.asked.label for each in shown}
    errors: list[dict[str, Any]] = []
    for name, text in told.items():  # what concerns no field alone leads to the first one
        first = {"id": f"id_{shown[0].name}"} if shown else {}
        errors.append({**({"id": f"id_{name}", "label": labels[name]} if name in labels else first), "text": text})
    errors += [{"id": "id_files", "text": text} for text in refused or []]
    files = now.doing.labels.get(_FILES) or next(
        (asked for name, (asked, _, _) in declared(now.doing.asks).items() if name == _FILES), None
    )
    context = {
        "number": found.row.number,
        "doing": now.doing,
        "told": now.told,
        "until": now.until,
        "fields": shown,
        "files": files,
        "kept": drafts.files_of(found) if files is not None else [],
        "refused": refused or [],
        "errors": errors,
        "refusal": refusal,
        "warned": warned or "warned" in request.POST,
        "cites": now.doing.cites,
        "key": (request.POST.get("key", "")[:_LONGEST_KEY] if key is None else key) or uuid.uuid4().hex,
    }
    return render(request, "portal/doing.html", context, status=status)


def _fields(request: HttpRequest, case: Case, row: Doing, told: dict[str, Phrase]) -> list[Shown]:
    shown = []
    for name, (asked, required, limit) in declared(row.asks).items():
        if asked.widget == "files":
            continue
        said = row.labels.get(name, asked)
        choices = row.choices(case, name) if row.choices is not None else ()
        shown.append(
            Shown(
                name,
                said,
                required,
                str(clean(request.POST.get(name, ""))),
                limit,
                told.get(name),
                choices or said.choices,
            )
        )
    if row.named:
        value = str(clean(request.POST.get("surname", "")))
        shown.append(Shown("surname", SURNAME, required=True, value=value, limit=300, error=told.get("surname")))
    return shown
