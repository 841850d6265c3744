"""A file of a case, given to who may see the case: always to be saved, never shown by the browser as a page of ours."""

import logging
import uuid

from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nadzor.casework import files
from nadzor.casework.looks import Way
from nadzor.law.words import Phrase
from nadzor.workplace.staff import StaffRequest, case_or_404, for_staff, log_look

_log = logging.getLogger(__name__)
_GONE = Phrase("Файл қоймада жоқ", "Файла нет в хранилище", "The file is not in the storage")
_CHANGED = Phrase(
    "Файл сақталғандағыдай емес", "Файл не тот, что был сохранён", "The file is not the one that was kept"
)
_RESTORE = Phrase(
    "Ол берілмейді. Әкімшіге айтыңыз: файлды сақтық көшірмеден қалпына келтіруге болады.",
    "Он не выдаётся. Сообщите администратору: файл можно восстановить из резервной копии.",
    "It is not given out. Tell the administrator: it can be restored from a backup.",
)
_TELL = Phrase(
    "Файлдың жазбасы бар, бірақ өзі жоқ. Әкімшіге айтыңыз: файлды сақтық көшірмеден қалпына келтіруге болады.",
    "Запись о файле есть, а самого файла нет. Сообщите администратору: файл можно восстановить из резервной копии.",
    "The file is recorded, but it is not there. Tell the administrator: it can be restored from a backup.",
)


@for_staff
@require_safe
def download(request: StaffRequest, number: str, file: uuid.UUID) -> HttpResponseBase:
    """Give a file as an attachment (RFC 6266) and enter it into the access log. Foreign and unknown: 404."""
    case = case_or_404(number, request.actor)
    row = case.row.files.filter(public_id=file).first()
    if row is None:
        raise Http404
    if files.path_of(row.sha256).is_file() and not files.is_whole(row.sha256):
        _log.error("file_changed %s", row.public_id)
        return render(request, "404.html", {"what": _CHANGED, "todo": _RESTORE}, status=409)
    try:
        content = files.path_of(row.sha256).open("rb")
    except OSError:
        _log.exception("file_missing %s", row.public_id)
        gone: HttpResponse = render(request, "404.html", {"what": _GONE, "todo": _TELL}, status=404)
        return gone
    log_look(request, case, Way.FILE, what=row.name)
    answer = FileResponse(
        content, as_attachment=True, filename=files.name_to_save(row.name), content_type=files.type_to_send(row)
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
