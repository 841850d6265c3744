"""Appeals in, and files for them."""

import base64
import binascii
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from ninja import Router

from nadzor.api.clients import acting
from nadzor.api.documents import IDEMPOTENT, MAKES, with_body, with_file
from nadzor.api.errors import UNREADABLE, ApiError, answer, unfit
from nadzor.api.reading import key_of, length_of, object_of
from nadzor.api.wording import receipt_said
from nadzor.appeals.forms import LARGEST_ENCODED, Register
from nadzor.appeals.intake import TOO_LARGE_ENCODED
from nadzor.casework import files
from nadzor.casework.act import Act
from nadzor.casework.filetypes import REFUSED_TYPE, Said, is_taken
from nadzor.casework.forms import clean
from nadzor.casework.perform import perform
from nadzor.law.words import Phrase

router = Router(tags=["appeals"])
_AROUND_A_FILE = 64 * 1024  # the bytes of multipart beside the file's own
_HEAD = 16
_TEXTS = 5 * 1024 * 1024  # text and demands of 200,000 letters, escaped, the signature, the people
LARGEST_LETTER = files.MOST_FILES * (LARGEST_ENCODED + 1024) + _TEXTS
"""Bytes of an appeal in JSON: twenty encoded files of 1 MB and all that may be written (api.md)."""
_TOO_LARGE = Phrase(
    "Файл 25 МБ-тан аспауы керек. Кішірейтіңіз немесе бөліңіз.",
    "Файл – не больше 25 МБ. Уменьшите его или разделите.",
    "A file takes at most 25 MB. Make it smaller or divide it.",
)
_NOT_MULTIPART = Phrase(
    "Файлды multipart/form-data түрінде, «file» өрісінде жіберіңіз.",
    "Пришлите файл как multipart/form-data, в поле «file».",
    "Send the file as multipart/form-data, in the field “file”.",
)
_NO_FILE = Phrase("«file» өрісінде файл жоқ.", "В поле «file» нет файла.", "There is no file in the field “file”.")


@router.post("/appeals", response=MAKES, summary="Register an appeal", openapi_extra=with_body(Register, IDEMPOTENT))
def register(request: HttpRequest) -> HttpResponse:
    """Register an appeal: 201 with its number, terms and receipt; the same key and body again: the same answer, 200.

    Source: 29I.23, 29I.24.
    """
    actor = acting(request, "appeals:write")
    data, key = object_of(request, LARGEST_LETTER), key_of(request)
    _require_taken(data.get("attachments"))
    done = perform(Act("appeal", "register", actor, data, key=key))
    said = answer(receipt_said(done.answers[0]), 200 if done.again else 201)
    said["Location"] = f"/api/v1/proceedings/{done.number}"
    return said


@router.post("/attachments", response=MAKES, summary="Upload a file", openapi_extra=with_file())
def attach(request: HttpRequest) -> HttpResponse:
    """Keep a file of at most 25 MB until an appeal of the same client names it (two days). Returns its id."""
    actor = acting(request, "attachments:write")
    if request.content_type != "multipart/form-data":
        raise ApiError(415, "file_type", _NOT_MULTIPART)
    if length_of(request) > files.LARGEST + _AROUND_A_FILE:
        raise ApiError(413, "too_large", _TOO_LARGE)
    upload = _upload(request)
    if (upload.size or 0) > files.LARGEST:
        raise ApiError(413, "too_large", _TOO_LARGE)
    name = str(clean(upload.name or ""))
    content_type = str(clean(upload.content_type or ""))
    head = upload.read(_HEAD)
    upload.seek(0)
    if not is_taken(Said(name, content_type, head)):
        raise ApiError(415, "file_type", REFUSED_TYPE)
    kept = files.store(upload.chunks(), name=name, content_type=content_type, space=actor.key_space)
    return answer(
        {
            "id": str(kept.public_id),
            "name": kept.name,
            "content_type": kept.content_type,
            "size": kept.size,
            "sha256": kept.sha256,
        },
        201,
    )


def _upload(request: HttpRequest) -> "UploadedFile[Any]":
    try:
        upload = request.FILES.get("file")
    except (MultiPartParserError, SuspiciousOperation, ValueError):
        raise ApiError(400, "unreadable", UNREADABLE) from None
    if upload is None:
        raise unfit("file", _NO_FILE)
    return upload


def _require_taken(attachments: Any) -> None:  # not checked by any form yet
    """Refuse too many files, an encoded one that is too large or of a kind that is not taken: 413, 415.

    What is malformed is left for the form to refuse. A name and a type may be left out: then they are not asked.
    """
    listed = attachments if isinstance(attachments, list) else []
    if len(listed) > files.MOST_FILES:
        raise _too_large("attachments", files.TOO_MANY_TOGETHER)
    for place, each in enumerate(listed):
        if not isinstance(each, dict) or not isinstance(each.get("base64"), str):
            continue
        if len(each["base64"]) > LARGEST_ENCODED:
            raise _too_large(f"attachments.{place}", TOO_LARGE_ENCODED)
        try:
            head = base64.b64decode(each["base64"][:24], validate=True)
        except (binascii.Error, ValueError):
            continue
        if not is_taken(Said(_given(each.get("name")), _given(each.get("content_type")), head)):
            raise ApiError(415, "file_type", REFUSED_TYPE)


def _too_large(field: str, message: Phrase) -> ApiError:
    return ApiError(413, "too_large", message, fields={field: message})


def _given(value: Any) -> str | None:  # whatever JSON holds
    return str(clean(value)) or None if isinstance(value, str) else None
