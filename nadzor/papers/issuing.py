"""The paper that a step causes: what it says is sealed with the step, its file lies beside the case.

A paper that somebody signs is set before the register is locked, and the entry of the journal has the digest of its
bytes. What the house tells by itself has no hand under it: the digest of its words is sealed, the file is set when it
is asked for, and the same words give the same bytes (docs/adr/0008-papers.md).
"""

import hashlib
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from nadzor.casework import files
from nadzor.casework.case import SIGNATURE, Case, PartyCard
from nadzor.casework.models import Party, StoredFile
from nadzor.casework.opening import new_track_code
from nadzor.casework.procedure import PROCEDURES
from nadzor.casework.refusals import invalid
from nadzor.casework.sealing import canonical
from nadzor.casework.showing import signature_told
from nadzor.casework.writing import Change, raw
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.directory import BodyCard
from nadzor.papers.declared import PAPERS, Language, Paper, To
from nadzor.papers.models import IssuedPaper
from nadzor.papers.setting import EmptyItem, Head, said_on, set_again
from nadzor.papers.typesetting import TypesettingError

_log = logging.getLogger(__name__)
_NOBODY = Phrase("Өтініш берушіге", "Заявителю", "To the applicant")
_EMPTY = Phrase(
    "Қағазға осы мәлімет міндетті: {item}. Толтырыңыз.",
    "На бумаге это обязательно: {item}. Заполните.",
    "The paper must hold this: {item}. Fill it in.",
)
_NOT_SET = Phrase(
    "Қағазды PDF етіп жасау мүмкін болмады, сондықтан қадам жасалмады. Әкімшіге айтыңыз.",
    "Не удалось составить PDF бумаги, поэтому шаг не сделан. Сообщите администратору.",
    "The PDF of the paper could not be made, so the step was not made. Tell the administrator.",
)
Fields = Callable[[Case, Any, Language], Mapping[str, Any]]
Addressee = Callable[[Case, Any, Language], tuple[str, str]]


def confirm_url(code: str) -> str:
    """Return the address that confirms a paper."""
    return f"{settings.SITE_URL}/confirm/{code}/"


def language_of(case: Case) -> Language:
    """Return the language of a paper: that of the appeal where it is Kazakh or Russian, else the state language."""
    facts = case.opening.facts if case.opening is not None else case.facts
    said = facts.get("language") if isinstance(facts, Mapping) else getattr(facts, "language", "")
    return "ru" if said == "ru" else "kk"


def applicant_of(case: Case, _data: Any, lang: Language) -> tuple[str, str]:
    """Return the applicant and where letters go; an anonymous appeal is answered to nobody by name."""
    party = next(
        (each for each in case.parties if isinstance(each, Party | PartyCard) and each.role == "applicant"), None
    )
    if party is None or not party.full_name:
        return _NOBODY.into(lang), ""
    return party.full_name, party.postal_address or party.email


def _nobody(_case: Case, _data: Any, _lang: Language) -> tuple[str, str]:
    return "", ""


def _nothing(_case: Case, _data: Any, _lang: Language) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Issue:
    """Issue a declared paper at the end of a step. `fields`: its fields, from the case and the data of the step.

    `addressee`: whom it is for, and where; unless said, the applicant of a paper for the applicant. `when`: only then.
    `office`: whose letterhead and post it bears, where another office than that of the case issues it.
    """

    name: str
    fields: Fields = _nothing
    addressee: Addressee | None = None
    when: Callable[[Case, Any], bool] | None = None
    office: Callable[[Case], BodyCard] | None = None

    @property
    def signed(self) -> bool:
        """Whether somebody puts a hand to the paper."""
        return self.name in PAPERS and not PAPERS[self.name].by_itself

    def apply(self, case: Case, data: Any, change: Change) -> None:
        """Seal what the paper says, and its file where it is signed. Raises Invalid where an item is empty."""
        if self.when is not None and not self.when(case, data):
            return
        paper, lang = PAPERS[self.name], language_of(case)
        whom = self.addressee or (applicant_of if paper.to is To.APPLICANT else _nobody)
        name, address = whom(case, data, lang)
        serial, code = serial_of(case, change), new_track_code()
        office = case.body if self.office is None else self.office(case)
        signed_by = "" if paper.by_itself else case.signature(office)
        head = head_of(case, number=f"{case.row.number}/{serial}", signed_by=signed_by, code=code, office=office)
        try:
            said = said_on(paper, self.fields(case, data, lang), replace(head, addressee=name, address=address), lang)
        except EmptyItem as error:
            raise invalid(**{error.item: _lacking(paper, error.item)}) from None
        enter(case, Ready(paper, lang, said, head.number, code, name, signed_by), change)


@dataclass(frozen=True, slots=True)
class Ready:
    """A paper to be entered: what it says, its number, whom it is for, who signs by which power, what it corrects.

    `file`: its PDF where it is set already; `file_name`: of one that is set now, where the number would name two.
    """

    paper: Paper
    language: str
    said: Mapping[str, Any]
    number: str
    code: str
    addressee: str
    signed_by: str = ""
    power: Mapping[str, Any] = field(default_factory=dict)
    corrects: int | None = None
    file_name: str = ""
    file: StoredFile | None = None


def enter(case: Case, ready: Ready, change: Change, *, row: int | None = None) -> None:
    """Enter a paper into the case and seal it with the step. Its file is set where it is signed.

    `row`: its id, taken before by `next_row`, where other rows of the step name it. Raises Invalid where it cannot be
    set.
    """
    paper, said = ready.paper, ready.said
    name = ready.file_name or f"{ready.number}.pdf"
    kept = ready.file or (None if paper.by_itself else _kept(paper, said, case, name, change))
    digest = hashlib.sha256(canonical(said)).hexdigest()
    change.insert(
        IssuedPaper,
        **({} if row is None else {"id": row}),
        proceeding_id=case.row.pk,
        version=case.row.version + (case.opening is None),
        paper=paper.name,
        language=ready.language,
        serial=serial_of(case, change),
        number=ready.number,
        day=case.happened_on,
        to=str(paper.to),
        addressee=ready.addressee[:400],
        data=said,
        signed_by=ready.signed_by[:300],
        signer_id=None if not ready.signed_by or case.act is None else case.act.actor.person_id,
        code=ready.code,
        data_sha256=digest,
        sha256=kept.sha256 if kept else "",
        file_id=kept.pk if kept else None,
        power=ready.power,
        corrects_id=ready.corrects,
        made_at=case.at,
    )
    sealed = {"paper": paper.name, "number": ready.number, "data_sha256": digest}
    change.entry_data.setdefault("papers", []).append(sealed | ({"pdf_sha256": kept.sha256} if kept else {}))


def next_row() -> int:
    """Return the id of a paper that is about to be entered."""
    with raw() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id'))", (IssuedPaper._meta.db_table,))  # noqa: SLF001
        found = cursor.fetchone()
    return int(found[0]) if found is not None else 0


def head_of(
    case: Case, *, number: str = "", signed_by: str = "", code: str = "", office: BodyCard | None = None
) -> Head:
    """Return the head of a paper on a case; about the appeal itself where the case is a child matter.

    `office`: who issues it; that of the case unless another one is said.
    """
    body = office or case.body
    appeal = case.parent.row if case.parent is not None else case.row
    found = SIGNATURE.fullmatch(signed_by)
    name = found["name"] if found else signed_by
    told = signature_told(signed_by, body)
    return Head(
        body=body.name,
        number=number,
        day=case.happened_on if number else None,
        contacts=Phrase(*[body.address] * 3),
        phone=body.phone,
        appeal=appeal.number,
        registered=appeal.registered_on,
        applicant=appeal.applicant,
        post=Phrase(*(told.into(lang).removesuffix(name).strip() for lang in LANGUAGES)),
        signatory=name,
        url=confirm_url(code) if code else "",
    )


def serial_of(case: Case, change: Change) -> int:
    """Return the place of a new paper among those of its case, which is locked: no two get the same."""
    before = 0 if case.opening is not None else IssuedPaper.objects.filter(proceeding=case.row.pk).count()
    return before + len(change.entry_data.get("papers", ())) + 1


def _kept(paper: Paper, said: Mapping[str, Any], case: Case, name: str, change: Change) -> StoredFile:
    """Set a paper and keep it among the files of the case: its bytes are on the disk before the step is."""
    try:
        pdf = set_again(paper.name, said, at=case.at)
    except TypesettingError:
        _log.exception("paper_not_set %s %s", paper.name, case.row.number)
        raise invalid(paper=_NOT_SET) from None
    kept = files.store([pdf], name=name.replace("/", "-"), content_type="application/pdf", space=f"case:{case.row.pk}")
    change.update(StoredFile, kept.pk, proceeding_id=case.row.pk)
    return kept


def _lacking(paper: Paper, item: str) -> Phrase:
    title = next(each.title for each in paper.items if each.name == item)
    return Phrase(*(_EMPTY.into(lang).format(item=title.into(lang)) for lang in LANGUAGES))


def pdf_of(row: IssuedPaper) -> bytes:
    """Return the file of an issued paper: as it was signed, or set from its words.

    Raises OSError where it is lost or is not the one that was signed: such a file is given to nobody.
    """
    if row.sha256:
        content = files.path_of(row.sha256).read_bytes()
        if hashlib.sha256(content).hexdigest() != row.sha256:
            raise OSError(row.number)
        return content
    return set_again(row.paper, row.data, at=row.made_at)


def file_name(row: IssuedPaper) -> str:
    """Return the name under which the file of a paper is given."""
    return f"{row.number.replace('/', '-')}.pdf"


def papers_of(ids: Iterable[int], to: To | None = None) -> list[IssuedPaper]:
    """Return the papers issued in proceedings, newest first, without their words. `to`: only those for somebody."""
    rows = IssuedPaper.objects.filter(proceeding__in=list(ids)).defer("data").order_by("-pk")
    return list(rows if to is None else rows.filter(to=str(to)))


def without_papers(files_of_case: "QuerySet[StoredFile]") -> "QuerySet[StoredFile]":
    """Return the files of a case but for those of the papers issued in it."""
    issued = IssuedPaper.objects.filter(file__isnull=False)
    return files_of_case.exclude(pk__in=issued.values("file"))


def title_of(row: IssuedPaper) -> Phrase:
    """Return what a paper is called; its name where the house declares it no longer."""
    paper = PAPERS.get(row.paper)
    return paper.title if paper is not None else Phrase(row.paper, row.paper, row.paper)


def faults_of_steps() -> list[str]:
    """What is wrong between steps and papers: a paper nobody declared, one that others sign than make the step."""
    found = []
    for procedure in PROCEDURES.values():
        for step in procedure.steps:
            for effect in step.effects:
                if not isinstance(effect, Issue):
                    continue
                paper = PAPERS.get(effect.name)
                if paper is None:
                    found.append(f"{procedure.name}.{step.name} issues {effect.name}, which nobody has declared")
                elif not paper.by_itself and paper.signed_by is not step.by:
                    found.append(f"{procedure.name}.{step.name} issues {effect.name}, which others sign")
    return found
