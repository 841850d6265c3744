"""The act of destruction as a paper: its list, what became of each case, who checked, who approved; A4, PDF/A."""

from typing import Any
from zoneinfo import ZoneInfo

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from nadzor import clock
from nadzor.casework.case import Case
from nadzor.casework.journal import ACTS
from nadzor.casework.looks import Way
from nadzor.casework.models import Entry
from nadzor.casework.retention import MATTER
from nadzor.law.words import Lang, Phrase, day_text
from nadzor.organs.models import Person
from nadzor.papers.sheets import Block, Sheet, as_of, set_sheet
from nadzor.workplace.destruction import CAPTION, HEADS, listed
from nadzor.workplace.registers import saved_pdf
from nadzor.workplace.staff import StaffRequest, case_or_404, for_staff, log_look, page_language

_TITLE = Phrase("Істерді жою туралы акт", "Акт об уничтожении дел", "Act of destruction of cases")
_ABOUT = Phrase("Акт туралы", "Об акте", "About the act")
_OFFICE = Phrase("Прокуратура", "Прокуратура", "Prosecutor’s office")
_YEAR = Phrase("Істер жабылған жыл", "Год окончания дел", "Year in which the cases were closed")
_STATE = Phrase("Күйі", "Состояние", "State")
_AGAIN = Phrase("Қайта қолданылған акт", "Применён снова акт", "Act that is applied again")
_CASES = Phrase("Тізімде", "В перечне", "On the list")
_SIGNED = Phrase("Қолдар", "Подписи", "Signatures")
_MEMBER = Phrase("Комиссия мүшесі", "Член комиссии", "Member of the commission")
_HAS_CHECKED = Phrase("тексерді", "проверил(а) перечень", "has checked the list")
_HAS_NOT = Phrase("әлі тексермеген", "ещё не проверил(а)", "has not checked it yet")
_APPROVED = Phrase("Бекітті", "Утвердил(а)", "Approved by")
_NOT_APPROVED = Phrase("бекітілмеген", "не утверждён", "not approved")
_PASSWORD = Phrase(
    "{who}, {day}; қолын есептік жазбасында растады",
    "{who}, {day}; подпись подтверждена в учётной записи",
    "{who}, {day}; confirmed in the account",
)
_PAGE = Phrase("Осы істің беті:", "Страница этого дела:", "The page of this matter:")
_WIDTHS = (17, 14, 12, 14, 27, 16)


@for_staff
@require_safe
def act_pdf(request: StaffRequest, number: str) -> HttpResponse:
    """Give the act as a PDF to be saved; the printing is entered into the access log."""
    case = case_or_404(number, request.actor)
    if case.row.procedure != MATTER:
        raise Http404
    log_look(request, case, Way.PRINT)
    url = request.build_absolute_uri(reverse("proceeding", args=[number]))
    lang = page_language()
    rows = (listed(case, request.actor) or {"rows": []})["rows"]
    return saved_pdf(set_sheet(act_sheet(case, rows, lang, url=url), lang, clock.now()), f"{number}.pdf")


def act_sheet(case: Case, rows: list[dict[str, Any]], lang: Lang, *, url: str) -> Sheet:
    """Return the act as a sheet. `rows`: of its list, as the page shows them."""
    title, now = f"{_TITLE.into(lang)} № {case.row.number}", clock.now().astimezone(ZoneInfo(case.body.zone))
    about = [
        (_OFFICE.into(lang), case.body.name.into(lang)),
        (_YEAR.into(lang), str(case.facts.year)),
        (_CASES.into(lang), str(len(rows))),
        (_STATE.into(lang), case.state.title.into(lang)),
        *([(_AGAIN.into(lang), case.facts.again)] if case.facts.again else []),
    ]
    table = [[_text(cell["text"], lang) for cell in row["cells"]] for row in rows]
    return Sheet(
        title=title,
        foot=f"{title} · {as_of(now, lang)}",
        url=url,
        url_words=_PAGE.into(lang),
        under=(case.body.name.into(lang), as_of(now, lang)),
        blocks=(
            Block(_ABOUT.into(lang), pairs=about),
            Block(CAPTION.into(lang), heads=[each["title"].into(lang) for each in HEADS], widths=_WIDTHS, rows=table),
            Block(_SIGNED.into(lang), pairs=_signers(case, lang)),
        ),
    )


def _signers(case: Case, lang: Lang) -> list[tuple[str, str]]:
    """Who has put a hand to it: each of the commission, and the head with the day."""
    people = Person.objects.in_bulk(case.facts.commission)
    found = []
    for pk in case.facts.commission:
        checked = _HAS_CHECKED if pk in case.facts.checked else _HAS_NOT
        found.append((_MEMBER.into(lang), f"{people[pk].full_name}: {checked.into(lang)}"))
    act = Entry.objects.filter(proceeding=case.row.pk, step__in=ACTS).order_by("-proceeding_version").first()
    said = _NOT_APPROVED.into(lang)
    if act is not None:
        said = _PASSWORD.into(lang).format(who=act.actor, day=day_text(act.happened_on, lang))
    return [*found, (_APPROVED.into(lang), said)]


def _text(value: Phrase | str, lang: Lang) -> str:
    return value if isinstance(value, str) else value.into(lang)
