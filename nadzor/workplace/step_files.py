"""Files of a step's form: looked at as they come, kept through a refusal, named by the case when the step is made."""

import re

from django.http import HttpRequest

from nadzor.casework import files
from nadzor.casework.asking import declared
from nadzor.casework.filetypes import REFUSED_TYPE, Said, is_taken
from nadzor.casework.models import Key, StoredFile
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.workplace import intake_form
from nadzor.workplace.staff import StaffRequest
from nadzor.workplace.step_forms import Asks

FIELD = "attachments"
_HEAD = 16  # the bytes by which a program is known
_ADDRESS = re.compile(r"/work/case/[^/]{1,60}/[a-z_-]{1,60}/")
_NOT_TAKEN = Phrase(
    "Файл қабылданбады: {name}. Себебі: {why}",
    "Файл не принят: {name}. Причина: {why}",
    "File not taken: {name}. {why}",
)
_TOO_LARGE = Phrase(
    "ол 25 МБ-тан үлкен. Оны бөліңіз немесе кішірейтіңіз.",
    "он больше 25 МБ. Разделите или уменьшите его.",
    "It is larger than 25 MB. Split it or make it smaller.",
)
_EMPTY = Phrase("ол бос. Басқасын таңдаңыз.", "он пуст. Выберите другой.", "It is empty. Choose another one.")


def asks_for_files(step: Asks) -> bool:
    """Whether the form of a step takes files."""
    return any(asked.widget == "files" for asked, _, _ in declared(step.needs).values())


def taken(request: StaffRequest, step: Asks) -> tuple[list[StoredFile], Phrase | None]:
    """Return the files of a form, those of an earlier sending first, and what is wrong with those not taken.

    Raises OSError for a full disk.
    """
    if not asks_for_files(step):
        return [], None
    kept = intake_form.kept_files(request.POST, request.actor)
    wrong: list[Phrase] = []
    for each in request.FILES.getlist(FIELD):
        name, size = files.name_to_save(each.name or ""), each.size or 0
        head = each.read(_HEAD)
        each.seek(0)
        why = None
        if not size:
            why = _EMPTY
        elif size > files.LARGEST:
            why = _TOO_LARGE
        elif len(kept) >= files.MOST_FILES or sum(file.size for file in kept) + size > files.LARGEST_TOGETHER:
            why = files.TOO_MANY_TOGETHER
        elif not is_taken(Said(name, each.content_type or None, head)):
            why = REFUSED_TYPE
        if why is not None:
            wrong.append(Phrase(*(_NOT_TAKEN.into(lang).format(name=name, why=why.into(lang)) for lang in LANGUAGES)))
            continue
        kind = each.content_type or "application/octet-stream"
        kept.append(files.store(each.chunks(), name=name, content_type=kind, space=request.actor.key_space))
    return kept, Phrase(*(" ".join(each.into(lang) for each in wrong) for lang in LANGUAGES)) if wrong else None


def sent_before(request: StaffRequest, key: str) -> bool:
    """Whether a form with files has made its step already: a second click stores them anew, under other ids."""
    return bool(key and request.FILES) and Key.objects.filter(space=request.actor.key_space, key=key).exists()


def brings_files(request: HttpRequest) -> bool:
    """Whether a request goes to a step's form, from somebody signed in: only then a large body is read."""
    return _ADDRESS.fullmatch(request.path_info) is not None and request.user.is_authenticated
