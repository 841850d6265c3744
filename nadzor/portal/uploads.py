"""Files of a draft: looked at as they come, kept with the draft, named by the appeal when it is sent."""

import re
import uuid
from collections.abc import Iterable

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from nadzor.casework import files
from nadzor.casework.filetypes import REFUSED_TYPE, Said, is_taken
from nadzor.casework.models import StoredFile
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.portal import drafts
from nadzor.portal.drafts import Spaced

_HEAD = 16  # the bytes by which a program is known
_ADDRESS = re.compile(r"/file/([0-9a-f-]{36})/files/")
NOT_TAKEN = Phrase(
    "Файл қабылданбады: {name}. Себебі: {why} Мәтін мен басқа файлдар сақталды.",
    "Файл не принят: {name}. Причина: {why} Текст и остальные файлы сохранены.",
    "File not taken: {name}. Reason: {why} Your text and other files are kept.",
)
TOO_LARGE = Phrase(
    "ол 25 МБ-тан үлкен. Оны бөліңіз немесе кішірейтіңіз.",
    "он больше 25 МБ. Разделите или уменьшите его.",
    "it is larger than 25 MB. Split it or make it smaller.",
)
EMPTY = Phrase("ол бос. Басқасын таңдаңыз.", "он пуст. Выберите другой.", "it is empty. Choose another one.")


def refused(name: str, why: Phrase) -> Phrase:
    """Return the sentence about a file that was not taken."""
    return Phrase(*(NOT_TAKEN.into(lang).format(name=name, why=why.into(lang)) for lang in LANGUAGES))


def take(draft: Spaced, uploads: Iterable["UploadedFile[bytes]"]) -> list[Phrase]:
    """Keep the files that are taken; return a sentence for each that is not. Raises OSError for a full disk."""
    kept = drafts.files_of(draft)
    count, together = len(kept), sum(file.size for file in kept)
    wrong = []
    for each in uploads:
        name, size = files.name_to_save(each.name or ""), each.size or 0
        why = _why_not(each, name, count, together)
        if why is not None:
            wrong.append(refused(name, why))
            continue
        files.store(
            each.chunks(),
            name=name,
            content_type=each.content_type or "application/octet-stream",
            space=draft.space,
        )
        count, together = count + 1, together + size
    return wrong


def _why_not(each: "UploadedFile[bytes]", name: str, count: int, together: int) -> Phrase | None:
    size = each.size or 0
    if not size:
        return EMPTY
    if size > files.LARGEST:
        return TOO_LARGE
    if count >= files.MOST_FILES or together + size > files.LARGEST_TOGETHER:
        return files.TOO_MANY_TOGETHER
    head = each.read(_HEAD)
    each.seek(0)
    return None if is_taken(Said(name, each.content_type or None, head)) else REFUSED_TYPE


def remove(draft: Spaced, public_id: str) -> None:
    """Drop a file of a draft; one of somebody else is passed over."""
    try:
        wanted = uuid.UUID(public_id)
    except ValueError:
        return
    StoredFile.objects.filter(public_id=wanted, space=draft.space, proceeding__isnull=True).delete()


def brings_files(request: HttpRequest) -> bool:
    """Whether a request goes to the files of a draft that this browser holds: only then a large body is read."""
    found = _ADDRESS.fullmatch(request.path_info)
    if found is None:
        return False
    try:
        ref = uuid.UUID(found[1])
    except ValueError:
        return False
    if ref not in drafts.held(request):
        return False
    draft = drafts.find(ref)
    return draft is not None and not draft.number
