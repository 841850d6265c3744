"""Shorthands of the tests on letters for many cases: order them, make them, take the files, read the pages."""

import uuid
from typing import Any

import pypdfium2
from django.test import Client
from django.urls import reverse

from nadzor.workplace import batch_making
from nadzor.workplace.batch_models import LetterBatch

NEW = "new-batch"
REGISTRAR, HEAD = "almaty.registrar", "almaty.head"
OWN = {
    "kind": "own",
    "title_ru": "О переезде прокуратуры",
    "text_ru": "Ваше обращение № {number} от {day}.\nЗаявитель: {applicant}.\nПрокуратура: {office}.",
    "title_kk": "Прокуратураның көшуі туралы",
    "text_kk": "Жолданым нөмірі: {number}, күні: {day}.\nӨтініш беруші: {applicant}.",
}


def order(client: Client, *numbers: str, **more: Any) -> Any:
    said = {"number": list(numbers), "ticked": "yes", "make": "true", "key": uuid.uuid4().hex, **OWN, **more}
    return client.post(reverse(NEW), said)


def ordered(client: Client, *numbers: str, **more: Any) -> LetterBatch:
    answer = order(client, *numbers, **more)
    assert answer.status_code == 302, answer.context["wrong"]
    return LetterBatch.objects.latest("pk")


def made(client: Client, *numbers: str, **more: Any) -> LetterBatch:
    batch = ordered(client, *numbers, **more)
    batch_making.make(batch.pk)
    batch.refresh_from_db()
    return batch


def file(client: Client, batch: LetterBatch, name: str) -> bytes:
    answer = client.get(reverse("batch-file", args=[batch.public_id, name]))
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]


def pages(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
