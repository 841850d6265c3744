"""The protocol of an oral appeal: numbered, written down by who received it, set for print to be signed.

Source: 29I.37 (a separate protocol by the employee who received the appeal), 38-40 (to whom it is addressed, what it
says, the applicant's signature).
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection

from nadzor.appeals.models import Appeal, OralProtocol, ProtocolBook
from nadzor.casework import files
from nadzor.casework.case import Case
from nadzor.casework.forms import Form
from nadzor.casework.models import StoredFile
from nadzor.casework.opening import new_track_code
from nadzor.casework.procedure import YES, Guard, Verdict, no
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.o29.registration import Channel
from nadzor.law.words import LANGUAGES, Lang, Phrase, day_text
from nadzor.organs.actor import Actor
from nadzor.organs.titles import post_title
from nadzor.papers.declared import PAPERS
from nadzor.papers.issuing import Ready, confirm_url, enter, head_of
from nadzor.papers.models import IssuedPaper
from nadzor.papers.setting import Head, contacts_of
from nadzor.papers.typesetting import TypesettingError, qr, typeset

NAME = "oral_protocol"  # as the papers declare it
_log = logging.getLogger(__name__)
_BOOK = ProtocolBook._meta.db_table  # noqa: SLF001
_NEXT = (
    f"INSERT INTO {_BOOK} (body_id, year, last) VALUES (%s, %s, 1) "  # noqa: S608
    f"ON CONFLICT (body_id, year) DO UPDATE SET last = {_BOOK}.last + 1 RETURNING last"
)
WORDS: dict[str, Phrase] = {
    "title": Phrase("Ауызша жолданым хаттамасы", "Протокол устного обращения", "Protocol of an oral appeal"),
    "number": Phrase("Хаттама №", "Протокол №", "Protocol No."),
    "appeal": Phrase("Жолданымның тіркеу нөмірі", "Регистрационный номер обращения", "Number of the appeal"),
    "drawn": Phrase("Толтырылған күні мен уақыты", "Составлен", "Written down on"),
    "receiver": Phrase("Қабылдаған қызметкер", "Принял", "Received by"),
    "to": Phrase("Кімге", "Кому", "To"),
    "applicant": Phrase("Өтініш беруші", "Заявитель", "Applicant"),
    "iin": Phrase("ЖСН немесе БСН", "ИИН или БИН", "IIN or BIN"),
    "address": Phrase("Мекенжайы", "Адрес", "Address"),
    "phone": Phrase("Телефоны", "Телефон", "Telephone"),
    "representative": Phrase("Өкілі", "Представитель", "Representative"),
    "said": Phrase("Жолданымның мәні мен уәждері", "Суть и мотивы обращения", "What was said, and why"),
    "asked": Phrase("Талаптары", "Требования", "What is asked for"),
    "officials": Phrase("Кімнің әрекеті туралы", "О чьих действиях идёт речь", "Whose actions are meant"),
    "not_said": Phrase("айтылмады", "не названо", "not said"),
    "read": Phrase(
        "Менің сөзімнен дұрыс жазылды, хаттаманы оқып шықтым.",
        "С моих слов записано верно, протокол мною прочитан.",
        "What I said is written down correctly; I have read the protocol.",
    ),
    "check": Phrase(
        "Хаттама ақпараттық жүйеде жасалған. Нөмірін, күнін және файлдың бақылау сомасын мына мекенжайда тексеруге "
        "болады:",
        "Протокол составлен в информационной системе. Номер, дату и контрольную сумму файла можно проверить по адресу:",
        "The protocol was made in the information system. Its number, date and the digest of the file can be checked "
        "at:",
    ),
    "signature": Phrase("Өтініш берушінің қолы", "Подпись заявителя", "Signature of the applicant"),
    "official": Phrase("Қызметкердің қолы", "Подпись работника", "Signature of the employee"),
    "day": Phrase("күні", "дата", "date"),
}
_FILE = Phrase("Хаттама {number}.pdf", "Протокол {number}.pdf", "Protocol {number}.pdf")


@dataclass(frozen=True)
class DrawProtocol:
    """Number the protocol of an oral appeal, set it for print and attach it to the case."""

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """Draw it up where the appeal is oral; drawn anew it keeps its number. Registration never fails over it."""
        facts = facts_of(case)
        if facts["channel"] != Channel.ORAL:
            return
        kept = None if case.opening is not None else OralProtocol.objects.filter(appeal=case.row.pk).first()
        protocol = kept or _numbered(case, change)
        code, lang = new_track_code(), language_of(case)
        said = said_in(protocol, case, facts, url=confirm_url(code))
        try:
            made = typeset("papers/typst/protocol.typ", {**said, "qr": qr(said["url"])}, at=case.at)
        except TypesettingError:
            _log.exception("protocol_not_set %s", case.row.number)
            if case.opening is None:
                raise invalid(attachments=_NOT_SET) from None
            return
        file = self._attach(made, number_of(protocol), case, change)
        before = None if case.opening is not None else _last_of(case)
        last = None if before is None else before.pk
        enter(case, Ready(PAPERS[NAME], lang, said, number_of(protocol), code, "", corrects=last, file=file), change)

    @staticmethod
    def _attach(made: bytes, number: str, case: Case, change: Change) -> StoredFile:
        space = "" if case.act is None else case.act.actor.key_space
        name = _FILE.into(language_of(case)).format(number=number.replace("/", "-"))
        row = files.store([made], name=name, content_type="application/pdf", space=space)
        before = change.entry_data.get("files", [])
        files.adopt([str(row.public_id)], space, case.row.pk, change)
        change.entry_data["files"] = sorted({*before, row.sha256})
        change.entry_data["protocol"] = number
        return row


def _last_of(case: Case) -> IssuedPaper | None:
    """The protocol that is drawn anew."""
    return IssuedPaper.objects.filter(proceeding=case.row.pk, paper=NAME).order_by("-pk").first()


_NOT_SET = Phrase(
    "Хаттаманы PDF етіп жасау мүмкін болмады. Әкімшіге айтыңыз; жолданым тіркелген.",
    "Не удалось составить PDF протокола. Сообщите администратору; обращение зарегистрировано.",
    "The PDF of the protocol could not be made. Tell the administrator; the appeal is registered.",
)


def number_of(protocol: OralProtocol) -> str:
    """Return the number of a protocol as people write it: "7/2026"."""
    return f"{protocol.serial}/{protocol.year}"


def language_of(case: Case) -> Lang:
    """Return the language of the talk."""
    return next((lang for lang in LANGUAGES if lang == facts_of(case)["language"]), "ru")


def facts_of(case: Case) -> Mapping[str, Any]:
    """Return the facts of an appeal, of one that is being opened too."""
    if case.opening is not None:
        return case.opening.facts
    appeal: Appeal = case.facts
    names = ("channel", "language", "text", "demands", "complained_of", "addressee")
    return {name: getattr(appeal, name) for name in names}


def _numbered(case: Case, change: Change) -> OralProtocol:
    year = case.happened_on.year
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [case.row.body_id, year])
        serial = int(cursor.fetchone()[0])
    actor = None if case.act is None else case.act.actor
    held = None if actor is None else case.capacity(actor)
    post = "" if held is None else post_title(case.directory.bodies[held.body_id], held.post).into(language_of(case))
    said = {"year": year, "serial": serial, "drawn_at": case.at, "received_post": post[:300]}
    said |= {"received_by": (actor.name if actor is not None else "")[:300]}
    change.insert(OralProtocol, appeal_id=case.row.pk, body_id=case.row.body_id, **said)
    return OralProtocol(appeal_id=case.row.pk, body_id=case.row.body_id, **said)


def said_in(protocol: OralProtocol, case: Case, facts: Mapping[str, Any], *, url: str) -> dict[str, Any]:
    """Return what the template prints, in the language of the talk. `url`: where anyone may ask whether it is ours."""
    lang = language_of(case)
    words = {name: text.into(lang) for name, text in WORDS.items()}
    drawn = protocol.drawn_at.astimezone(ZoneInfo(case.body.zone))
    parties = case.parties
    first = next((each for each in parties if each.role == "applicant"), None)
    other = next((each for each in parties if each.role == "representative"), None)
    none = words["not_said"]
    office = case.body.name.into(lang)
    people = "; ".join(
        ", ".join(each[name] for name in ("name", "post", "body") if each.get(name)) for each in facts["complained_of"]
    )
    head = replace(head_of(case), number=number_of(protocol), url=url)
    values = {
        "drawn": f"{day_text(drawn.date(), lang)}, {drawn:%H:%M}",
        "receiver": ", ".join(filter(None, (protocol.received_by, protocol.received_post))),
        "to": ", ".join(filter(None, (office, facts.get("addressee")))),
        "who": (first.full_name if first else "") or none,
        "iin": (first.iin if first else "") or none,
        "postal_address": (first.postal_address if first else "") or none,
        "phone": (first.phone if first else "") or none,
        "representative": other.full_name if other is not None else "",
        "said": facts["text"],
        "asked": facts["demands"] or none,
        "officials": people or none,
    }
    return protocol_shape(values, head, lang)


_ROWS = ("drawn", "receiver", "to", "applicant", "iin", "address", "phone", "representative")
_FIELD = {"applicant": "who", "address": "postal_address"}  # the head of papers has parts of these names


def protocol_shape(values: Mapping[str, Any], head: Head, lang: Lang) -> dict[str, Any]:
    """Return what the template of the protocol prints."""
    words = {name: text.into(lang) for name, text in WORDS.items()}
    told = {name: values[_FIELD.get(name, name)] for name in _ROWS}
    return {
        "lang": lang,
        "title": words["title"],
        "number": head.number,
        "body": {"kk": head.body.kk, "ru": head.body.ru},
        "contacts": contacts_of(head),
        "day": "",
        "about": "",
        "url": head.url,
        "words": {"check": words["check"]},
        "rows": [[words["appeal"], head.appeal], *([words[name], text] for name, text in told.items() if text)],
        "texts": [[words[name], values[name]] for name in ("said", "asked", "officials")],
        "read": words["read"],
        "signatures": [[words["signature"], words["day"]], [words["official"], words["day"]]],
        "foot": f"{words['number']} {head.number}",
    }


def _is_oral(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return YES if facts_of(case)["channel"] == Channel.ORAL else no(_NOT_ORAL, "29I.37")


_NOT_ORAL = Phrase(
    "Хаттама ауызша жолданым бойынша ғана толтырылады.",
    "Протокол составляют только по устному обращению.",
    "A protocol is drawn up for an oral appeal alone.",
)
IS_ORAL = Guard("is_oral", _is_oral)
