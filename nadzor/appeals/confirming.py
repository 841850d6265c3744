"""Confirming an answer or another paper: anyone who holds it may ask whether it is ours.

The page tells number, date, signatory and the digest of the file, and nothing else of the appeal (29I.61.5).
"""

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

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
    row = IssuedPaper.objects.filter(code=wanted).select_related("proceeding").first() if _fits(wanted) else None
    if row is None:
        return None
    body, answer = case_of(row.proceeding).body, row.paper == "answer"
    digest = row.sha256 or _digest_of_words(row)
    if not digest:
        return None
    return Confirmed(
        number=row.number,
        body=body.name,
        signed_on=row.day,
        signed_by=signature_told(row.signed_by, body),
        power=_power(row.power),
        point=row.power.get("point", ""),
        sha256=digest,
        newer=row.corrected_by.exists() or (answer and _later_answer(row)),
        title=None if answer else title_of(row),
    )


def _fits(code: str) -> bool:
    return bool(code) and len(code) <= _LONGEST


def _digest_of_words(row: IssuedPaper) -> str:
    """The digest of a paper that nobody signs by hand, set anew from its sealed words; none once they are destroyed."""
    return hashlib.sha256(pdf_of(row)).hexdigest() if row.data else ""


def _later_answer(row: IssuedPaper) -> bool:
    """Whether the matter was answered anew."""
    return IssuedPaper.objects.filter(proceeding=row.proceeding_id, paper=row.paper, pk__gt=row.pk).exists()


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
