"""What can be printed for many cases at once, and the letter of each: a copy of an issued paper, a receipt, own words.

An issued paper is never set from the case anew: what was signed is given as it was signed, what was sealed is set from
its sealed words (docs/adr/0010-batches.md).
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count
from django.urls import reverse

from nadzor import clock
from nadzor.appeals.receipt import receipt_sheet
from nadzor.casework import files
from nadzor.casework.case import Case
from nadzor.casework.loading import case_of, gather
from nadzor.casework.models import Proceeding
from nadzor.law.o29.decisions import UNFILLED
from nadzor.law.words import LANGUAGES, Lang, Phrase, day_text
from nadzor.organs.actor import Actor
from nadzor.organs.directory import Directory, directory
from nadzor.papers import sheets
from nadzor.papers.declared import PAPERS, To
from nadzor.papers.models import IssuedPaper
from nadzor.papers.presses import Order
from nadzor.papers.setting import Head, contacts_of
from nadzor.papers.sheets import breakable
from nadzor.workplace.answer_templates import put_in
from nadzor.workplace.batch_models import LetterBatch
from nadzor.workplace.staff import acting_title

OWN, RECEIPT, ISSUED = "own", "receipt", "issued:"
TITLES = {
    OWN: Phrase("Өз мәтініңіз бар хат", "Письмо со своим текстом", "A letter with a text of your own"),
    RECEIPT: Phrase("Жолданымды қабылдау туралы анықтама", "Справка о приёме обращения", "Receipt of the appeal"),
}
_log = logging.getLogger(__name__)
NOT_MADE = Phrase(
    "Хатты PDF етіп жасау мүмкін болмады. Әкімшіге айтыңыз.",
    "Не удалось составить PDF письма. Сообщите администратору.",
    "The PDF of the letter could not be made. Tell the administrator.",
)
_UNSEEN = Phrase("Бұл іс енді сізге көрінбейді.", "Это дело вам больше не видно.", "You no longer see this case.")
_NO_PAPER = Phrase(
    "Бұл іс бойынша мұндай қағаз шығарылмаған.",
    "По этому делу такая бумага не выпускалась.",
    "No such paper was issued in this case.",
)
_NO_LANGUAGE = Phrase(
    "Қағаз басқа тілде шығарылған. «Әр жолданымның тілінде» дегенді таңдаңыз.",
    "Бумага выпущена на другом языке. Выберите «на языке каждого обращения».",
    "The paper was issued in the other language. Choose “in the language of each appeal”.",
)
_NO_FILE = Phrase(
    "Қол қойылған қағаздың файлы қоймада жоқ. Әкімшіге айтыңыз.",
    "Файла подписанной бумаги нет в хранилище. Сообщите администратору.",
    "The file of the signed paper is not in the storage. Tell the administrator.",
)
_NO_VALUE = Phrase(
    "Мәтіндегі бір өріске бұл істе мән жоқ: істі толтырыңыз немесе өрісті мәтіннен алыңыз.",
    "Для одного из полей текста в деле нет значения: дополните дело или уберите поле из текста.",
    "A field of the text has no value in this case: fill it in there, or take the field out of the text.",
)
_NOT_BY_YOU = Phrase(
    "Анықтамада өтініш берушінің коды бар: оны жолданымды тіркеген адам ғана басады.",
    "В справке код заявителя: её печатает только тот, кто зарегистрировал обращение.",
    "The receipt holds the applicant’s code: only who registered the appeal prints it.",
)
_NO_WORDS = Phrase(
    "Бұл жолданымның тілінде мәтін жазылмаған: {language}.",
    "На языке этого обращения текст не написан: {language}.",
    "No text was written in the language of this appeal: {language}.",
)
LANGUAGE_TITLES: dict[str, Phrase] = {
    "kk": Phrase("қазақша", "казахский", "Kazakh"),
    "ru": Phrase("орысша", "русский", "Russian"),
}
_ABOUT = Phrase("{number} жолданымға, тіркелген күні {day}", "На обращение № {number} от {day}", "On {number} of {day}")
_BLANK = Phrase("№ ______________   күні ______________", "№ ______________   дата ______________", "")
_HAND = {
    "hand": Phrase("қолы", "подпись", "signature"),
    "on_day": Phrase("күні", "дата", "day"),
}
_TEMPLATE = "papers/typst/own_letter.typ"
_NOBODY = Phrase("Өтініш берушіге", "Заявителю", "To the applicant")


@dataclass(frozen=True, slots=True)
class Letter:
    """What is to be done for a case: an order for the press, or the bytes of a file that is there. `name`: in a ZIP."""

    name: str
    order: Order | None = None
    ready: bytes = b""


def title_of(kind: str) -> Phrase:
    """Return what is printed, in words; its own name where the house knows the paper no longer."""
    name = kind.removeprefix(ISSUED)
    return TITLES.get(kind) or (PAPERS[name].title if name in PAPERS else Phrase(name, name, name))


def offered(cases: Sequence[int]) -> list[tuple[str, Phrase, int]]:
    """Return what can be printed for cases: kind, title, for how many. The issued ones that most have first."""
    told = [name for name, paper in PAPERS.items() if paper.to is not To.INSIDE]
    rows = IssuedPaper.objects.filter(proceeding__in=cases, paper__in=told).order_by()
    counts = rows.values_list("paper").annotate(cases=Count("proceeding", distinct=True)).order_by("-cases", "paper")
    found = [(f"{ISSUED}{name}", PAPERS[name].title, count) for name, count in counts]
    return [*found, (RECEIPT, TITLES[RECEIPT], len(cases)), (OWN, TITLES[OWN], len(cases))]


def known(kind: str) -> bool:
    """Whether there is such a kind."""
    return kind in TITLES or (kind.startswith(ISSUED) and kind.removeprefix(ISSUED) in PAPERS)


def letters_of(
    batch: LetterBatch, actor: Actor, seen: Mapping[int, Proceeding], wanted: Sequence[int]
) -> list[Letter | Phrase]:
    """Return the letter of each case, or why it has none. `seen`: the rows of those that the maker sees now."""
    gather(list(seen.values()))
    structure = directory()
    papers = _issued(batch, wanted) if batch.kind.startswith(ISSUED) else {}
    found: list[Letter | Phrase] = []
    for pk in wanted:
        row = seen.get(pk)
        if row is None:
            found.append(_UNSEEN)
            continue
        try:
            if batch.kind == OWN:
                found.append(_own(batch, actor, row, structure))
            elif batch.kind == RECEIPT:
                found.append(_receipt(batch, actor, row))
            else:
                found.append(_copy(batch, papers.get(pk, ())))
        except (LookupError, ValueError):  # one case with odd data leaves out its own letter alone
            _log.exception("letter_not_made %s", row.number)
            found.append(NOT_MADE)
    return found


def _issued(batch: LetterBatch, wanted: Sequence[int]) -> dict[int, list[IssuedPaper]]:
    """The papers of cases, the last one first."""
    rows = IssuedPaper.objects.filter(proceeding__in=wanted, paper=batch.kind.removeprefix(ISSUED))
    found: dict[int, list[IssuedPaper]] = {}
    for row in rows.order_by("-serial"):
        found.setdefault(row.proceeding_id, []).append(row)
    return found


def _copy(batch: LetterBatch, rows: Sequence[IssuedPaper]) -> Letter | Phrase:
    """The last paper of its name, as it was signed or from the words that were sealed."""
    if not rows:
        return _NO_PAPER
    row = next((each for each in rows if batch.language in {"", each.language}), None)
    if row is None:
        return _NO_LANGUAGE
    name = f"{row.number.replace('/', '-')}.pdf"
    if row.sha256:
        try:
            return Letter(name, ready=files.path_of(row.sha256).read_bytes())
        except OSError:
            return _NO_FILE
    return Letter(name, Order(PAPERS[row.paper].template, row.data, row.made_at, str(row.data["url"])))


def _language(batch: LetterBatch, row: Proceeding) -> Lang:
    """That of the appeal where it is Kazakh or Russian, else the state language."""
    said = batch.language or row.appeal.language
    return "ru" if said == "ru" else "kk"


def _receipt(batch: LetterBatch, actor: Actor, row: Proceeding) -> Letter | Phrase:
    """The receipt, to whom its own page gives it too."""
    if row.registrar_id is None or row.registrar_id != actor.person_id or not row.track:
        return _NOT_BY_YOU
    lang, at = _language(batch, row), clock.now()
    url = f"{settings.SITE_URL}{reverse('follow')}?code={row.track}"
    sheet = receipt_sheet(row, lang, accepted_by=actor.name, follow_url=url, at=at)
    return Letter(f"{row.number}.pdf", Order(sheets.SHEET, sheets.data_of(sheet, lang), at, url))


def _own(batch: LetterBatch, actor: Actor, row: Proceeding, structure: Directory) -> Letter | Phrase:
    """The words that were typed once, with the slots filled for the case."""
    lang = _language(batch, row)
    text = batch.text.get(lang, "")
    if not text:
        title = LANGUAGE_TITLES[lang]
        return Phrase(*(_NO_WORDS.into(each).format(language=title.into(each)) for each in LANGUAGES))
    case = case_of(row, known=structure)
    said = put_in(text, lang, case)
    if UNFILLED.search(said):
        return _NO_VALUE
    return Letter(f"{row.number}.pdf", Order(_TEMPLATE, _own_data(batch, actor, case, lang, said), case.at))


def _own_data(batch: LetterBatch, actor: Actor, case: Case, lang: Lang, text: str) -> dict[str, object]:
    row = case.row
    party = next((each for each in case.parties if each.role == "applicant"), None)
    named = party is not None and party.full_name
    about = _ABOUT.into(lang).format(number=row.number, day=day_text(row.registered_on, lang))
    post = acting_title(actor)
    title = batch.title.get(lang, "")
    return {
        "lang": lang,
        "title": breakable(title),
        "body": {"kk": case.body.name.kk, "ru": case.body.name.ru},
        "contacts": contacts_of(Head(case.body.name, contacts=Phrase(*[case.body.address] * 3), phone=case.body.phone)),
        "blank": _BLANK.into(lang),
        "number": "",
        "day": "",
        "about": about,
        "addressee": {
            "name": breakable(party.full_name if party is not None and named else _NOBODY.into(lang)),
            "address": breakable((party.postal_address or party.email) if party is not None and named else ""),
        },
        "blocks": [{"kind": "said", "text": breakable(text)}],
        "signed": {"post": "", "name": ""},
        "hands": [" ".join(part for part in (post.into(lang) if post else "", actor.name) if part)],
        "words": {name: said.into(lang) for name, said in _HAND.items()},
        "foot": f"{title} · {about}",
    }
