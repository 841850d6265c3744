"""Workbooks of papers that are registered together: the empty table of columns, the numbers that were given."""

import io
import uuid

from django.http import HttpResponse
from django.views.decorators.http import require_safe
from openpyxl import Workbook

from nadzor.accounts.addresses import address_of
from nadzor.casework.looks import Way, looked
from nadzor.casework.models import Proceeding
from nadzor.law.words import Phrase
from nadzor.workplace.many.pages import batch_or_404, may_register
from nadzor.workplace.many.reading import sample
from nadzor.workplace.staff import StaffRequest, for_staff, page_language
from nadzor.workplace.tables import XLSX, text_cell


@for_staff
@require_safe
def columns(request: StaffRequest) -> HttpResponse:
    """Give an empty table with the titles of all columns."""
    may_register(request)
    return _saved(sample(page_language()), "nadzor-papers.xlsx")


@for_staff
@require_safe
def papers_table(request: StaffRequest, batch: uuid.UUID) -> HttpResponse:
    """Give the numbers, codes and last days of what was registered; the look is entered into the access log."""
    row = batch_or_404(request, batch)
    numbers = dict(row.rows.exclude(number="").values_list("number", "place"))
    cases = list(Proceeding.objects.filter(number__in=numbers, registrar=request.actor.person_id))
    looked([each.pk for each in cases], Way.TABLE, by=request.actor, address=address_of(request), what="papers")
    lang = page_language()
    book = Workbook(write_only=True)
    sheet = book.create_sheet("1")
    sheet.append([text_cell(sheet, each.into(lang), bold=True) for each in _HEADS])
    for case in sorted(cases, key=lambda each: numbers[each.number]):
        texts = (case.number, case.track or "", case.applicant, case.subject)
        cells = [text_cell(sheet, text) for text in texts]
        due = case.next_due if case.next_due.year < 9999 else None
        sheet.append([numbers[case.number], *cells, case.registered_on, due])
    kept = io.BytesIO()
    book.save(kept)
    return _saved(kept.getvalue(), "nadzor-numbers.xlsx")


_HEADS = (
    Phrase("Жол", "Строка", "Row"),
    Phrase("Нөмірі", "Номер", "Number"),
    Phrase("Бақылау коды", "Код для отслеживания", "Code for following"),
    Phrase("Кімнен", "От кого", "From"),
    Phrase("Мәні", "О чём", "Matter"),
    Phrase("Тіркелген күні", "Зарегистрировано", "Registered"),
    Phrase("Мерзімі", "Срок", "Due"),
)


def _saved(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer
