"""The receipt of an appeal as a paper: number, code, office, day, what comes next and by when (APPK 64; 29I.23-24)."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from nadzor.appeals.following import followed
from nadzor.casework.models import Proceeding
from nadzor.casework.showing import applicant_told
from nadzor.law.words import Lang, Phrase, day_text, weekday_text
from nadzor.papers.setting import Head, contacts_of
from nadzor.papers.sheets import Block, Sheet, as_of, data_of, set_sheet

_TITLE = Phrase(
    "Жолданымды қабылдау туралы анықтама № {number}",
    "Справка о приёме обращения № {number}",
    "Receipt of appeal No. {number}",
)
_ABOUT = Phrase("Жолданым туралы", "Об обращении", "About the appeal")
_NEXT = Phrase("Әрі қарай не болады", "Что дальше", "What happens next")
_CODE = Phrase("Бақылау коды", "Код отслеживания", "Code for following")
_STATE = Phrase("Күйі", "Состояние", "State")
_OFFICE = Phrase("Прокуратура", "Прокуратура", "Office")
_ARRIVED = Phrase("Келіп түсті", "Поступило", "Arrived")
_REGISTERED = Phrase("Тіркелді", "Зарегистрировано", "Registered")
_ACCEPTED = Phrase("Қабылдаған", "Принял", "Accepted by")
_APPLICANT = Phrase("Өтініш беруші", "Заявитель", "Applicant")
_LAST_DAY = Phrase("соңғы күн: {day}", "последний день: {day}", "last day: {day}")
_FOLLOW = Phrase(
    "Осы код бойынша бақылау беті, немесе 115 телефоны:",
    "Страница отслеживания по коду, или телефон 115:",
    "The page for following, or phone 115:",
)
_KEEP = Phrase(
    "Анықтаманы сақтаңыз: код бойынша жолданымды кез келген адам көре алады, оны бөтенге бермеңіз.",
    "Сохраните справку: по коду обращение увидит любой, не передавайте его посторонним.",
    "Keep this receipt: whoever has the code sees the appeal, so do not pass it on.",
)


def receipt_paper(row: Proceeding, lang: Lang, *, accepted_by: str, follow_url: str, at: dt.datetime) -> bytes:
    """Return the receipt as a PDF in a language. Raises ValueError for a proceeding that no applicant follows."""
    return set_sheet(receipt_sheet(row, lang, accepted_by=accepted_by, follow_url=follow_url, at=at), lang, at)


def receipt_sheet(row: Proceeding, lang: Lang, *, accepted_by: str, follow_url: str, at: dt.datetime) -> Sheet:
    """Return what stands on the receipt. Raises ValueError for a proceeding that no applicant follows."""
    found = followed(row.track or "")
    if found is None:
        raise ValueError(row.number)
    zone = ZoneInfo(found.body.zone)
    arrived = row.received_at.astimezone(zone)
    applicant = applicant_told(row.applicant)
    terms = [(term["title"].into(lang), f"{_by(term['day'], lang)}\n{term['why'].into(lang)}") for term in found.terms]
    values = {
        "code": row.track or "",
        "state": found.state.title.into(lang),
        "arrived": f"{day_text(arrived.date(), lang)}, {arrived:%H:%M}",
        "accepted_by": accepted_by,
        "next": found.next.into(lang) if found.next else "",
        "terms": terms,
        "as_of": as_of(at.astimezone(zone), lang),
        "applicant": applicant if isinstance(applicant, str) else applicant.into(lang),
    }
    head = Head(
        body=found.body.name,
        contacts=Phrase(*[found.body.address] * 3),
        phone=found.body.phone,
        appeal=row.number,
        registered=row.registered_on,
        url=follow_url,
    )
    return _sheet(values, head, lang)


def receipt_shape(values: Mapping[str, Any], head: Head, lang: Lang) -> dict[str, Any]:
    """Return what the template of the receipt prints."""
    return data_of(_sheet({"applicant": head.applicant, **values}, head, lang), lang)


def _sheet(values: Mapping[str, Any], head: Head, lang: Lang) -> Sheet:
    title = _TITLE.into(lang).format(number=head.appeal)
    about = [
        (_STATE, values["state"]),
        (_OFFICE, head.body.into(lang)),
        (_ARRIVED, values["arrived"]),
        (_REGISTERED, weekday_text(head.registered, lang) if head.registered else ""),
        (_ACCEPTED, values["accepted_by"]),
        (_APPLICANT, values["applicant"]),
    ]
    return Sheet(
        title=title,
        foot=f"{title} · {values['as_of']}",
        url=head.url,
        url_words=_FOLLOW.into(lang),
        body={"kk": head.body.kk, "ru": head.body.ru},
        contacts=contacts_of(head),
        under=(f"{_CODE.into(lang)}: {values['code']}", _KEEP.into(lang)),
        blocks=(
            Block(_ABOUT.into(lang), pairs=[(name.into(lang), text) for name, text in about]),
            Block(_NEXT.into(lang), texts=[("", values["next"])] if values["next"] else (), pairs=values["terms"]),
        ),
    )


def _by(day: dt.date, lang: Lang) -> str:
    return _LAST_DAY.into(lang).format(day=weekday_text(day, lang))
