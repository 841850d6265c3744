"""Confirming an answer or another paper: anyone who holds it may ask whether it is ours.

The page tells number, date, signatory and the digest of the file, and nothing else of the appeal (29I.61.5).
"""

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from nadzor.appeals.models import AnswerGiven
from nadzor.casework.loading import case_of
from nadzor.casework.opening import read_track_code
from nadzor.casework.showing import signature_told
from nadzor.law.words import LANGUAGES, Phrase, day_text
from nadzor.papers.issuing import pdf_of, title_of
from nadzor.papers.models import IssuedPaper

_LONGEST = 20


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What is told of a paper. `power`: the order behind the signature; `point`: the right to sign.

    `title`: what the paper is; none for an answer. A paper that tells by itself has nobody in `signed_by`.
    """

    number: str
    body: Phrase
    signed_on: dt.date
    signed_by: Phrase
    power: Phrase
    point: str
    sha256: str
    newer: bool  # another answer on the same appeal was given later
    title: Phrase | None = None


def confirmed(code: str) -> Confirmed | None:
    """Return what a code confirms; none where no answer has this code."""
    wanted = read_track_code(code)
    given = AnswerGiven.objects.filter(code=wanted).first() if wanted and len(wanted) <= _LONGEST else None
    if given is None:
        return _paper(wanted) if wanted and len(wanted) <= _LONGEST else None
    case = case_of(given.appeal.proceeding)
    later = AnswerGiven.objects.filter(appeal=given.appeal_id, version__gt=given.version).exists()
    return Confirmed(
        number=case.row.number,
        body=case.body.name,
        signed_on=given.answered_on,
        signed_by=signature_told(given.signed_by, case.body),
        power=_power(given.power),
        point=given.power.get("point", ""),
        sha256=given.sha256,
        newer=later,
    )


def _paper(code: str) -> Confirmed | None:
    """What is told of another paper. One that nobody signs by hand is set anew from its sealed words."""
    row = IssuedPaper.objects.filter(code=code).select_related("proceeding").first()
    if row is None:
        return None
    body = case_of(row.proceeding).body
    return Confirmed(
        number=row.number,
        body=body.name,
        signed_on=row.day,
        signed_by=signature_told(row.signed_by, body),
        power=Phrase("", "", ""),
        point="",
        sha256=row.sha256 or hashlib.sha256(pdf_of(row)).hexdigest(),
        newer=row.corrected_by.exists(),
        title=title_of(row),
    )


def _power(power: dict[str, object]) -> Phrase:
    """The order behind the post, and the period where the post was stood in for."""
    number, _, day = str(power.get("order") or "").rpartition(", ")
    if not number:
        return Phrase("", "", "")
    told = []
    for lang in LANGUAGES:
        text = _ORDER.into(lang).format(number=number, day=day_text(dt.date.fromisoformat(day), lang))
        if power.get("acting") and power.get("until"):
            since, until = (dt.date.fromisoformat(str(power[each])) for each in ("since", "until"))
            text += _PERIOD.into(lang).format(since=day_text(since, lang), until=day_text(until, lang))
        told.append(text)
    return Phrase(*told)


_ORDER = Phrase("{day} № {number} бұйрық", "приказ № {number} от {day}", "order {number} of {day}")
_PERIOD = Phrase(
    "; міндетін атқару мерзімі: {since} – {until}",
    "; исполняет обязанности: {since} – {until}",
    "; stands in: {since} – {until}",
)


def digest_of_file(chunks: Iterable[bytes]) -> str:
    """Return the SHA-256 of a file."""
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()
