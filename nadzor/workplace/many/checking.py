"""What a row of papers says once its batch's common fields are put under it, and what is wrong with it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import QueryDict

from nadzor.appeals.forms import Register
from nadzor.casework.forms import parsed
from nadzor.casework.refusals import Invalid
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.workplace import intake_form
from nadzor.workplace.intake_paper import MANY
from nadzor.workplace.many.models import PaperBatch, PaperRow

Said = Mapping[str, Any]


def together(common: Said, said: Said) -> QueryDict:
    """Return the form of a row: what it says itself, else what its batch says."""
    found = QueryDict(mutable=True)
    for name in {**common, **said}:
        value = said[name] if name in said else common.get(name)
        if name in MANY:
            found.setlist(name, list(value or ()))
        else:
            found[name] = str(value or "")
    return found


def data_of(batch: PaperBatch, row: PaperRow) -> tuple[dict[str, Any], dict[str, Phrase]]:
    """Return the data of the step, and what could not be read."""
    files = [row.file] if row.file is not None and row.file.proceeding_id is None else []
    data, wrong = intake_form.data_of(together(batch.common, row.said), files)
    return data, wrong


def faults_of(batch: PaperBatch, row: PaperRow) -> dict[str, dict[str, str]]:
    """Return everything that is wrong with a row, by the field of the page, in three languages."""
    data, wrong = data_of(batch, row)
    told = dict(wrong)
    try:
        parsed(Register, data, listed=False)
    except Invalid as refusal:
        told = {**intake_form.at_fields(refusal.fields), **told}
    return kept(told)


def kept(told: Mapping[str, Phrase]) -> dict[str, dict[str, str]]:
    """Return sentences as a row keeps them."""
    return {name: {lang: said.into(lang) for lang in LANGUAGES} for name, said in told.items()}


def told(wrong: Mapping[str, Mapping[str, str]]) -> dict[str, Phrase]:
    """Return kept sentences as pages show them."""
    return {name: Phrase(*(said.get(lang, "") for lang in LANGUAGES)) for name, said in wrong.items()}


def check(batch: PaperBatch, rows: Iterable[PaperRow]) -> None:
    """Look at rows anew and keep what is wrong with them; those registered already are left."""
    fresh = [row for row in rows if not row.number]
    for row in fresh:
        row.wrong = faults_of(batch, row)
    PaperRow.objects.bulk_update(fresh, ["wrong"], batch_size=200)
