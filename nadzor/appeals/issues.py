"""What the papers of the main line say: their fields from the case and the data of the step that issues them.

Source: 29I.23 (registration), 25 (request to mend, return), 26 (executor), 31 (covering letter, notice at the same
time), 33.3 (part of a co-executor), 62 (request for materials).
"""

import datetime as dt
from typing import Any

from django.conf import settings

from nadzor.appeals.clocks import CONSIDERATION
from nadzor.appeals.cure import REQUIREMENTS, AskToCure
from nadzor.appeals.forms import GivePart, Return
from nadzor.appeals.forwarding import Forward, name_of, office_of
from nadzor.appeals.requests import CALLED_FOR, AskForMaterials
from nadzor.casework.case import Case
from nadzor.casework.models import StoredFile
from nadzor.law.words import Phrase
from nadzor.papers.declared import Language
from nadzor.papers.issuing import Issue, without_papers

_ENCLOSED = Phrase(
    "Жолданым, қоса берілген файлдар саны: {count}",
    "Обращение, приложенных файлов: {count}",
    "The appeal, files enclosed: {count}",
)


def _due(case: Case) -> dt.date | None:
    term = case.running(CONSIDERATION.name)
    return None if term is None else term.due_day


def _followed(case: Case, _data: Any) -> bool:
    """Whether an applicant follows the appeal: an import gives no code, and tells nobody."""
    return bool(case.row.track)


def named_to_tell(case: Case, _data: Any) -> bool:
    """Whether there is somebody to write to: who has not named himself cannot be told."""
    return any(each.role == "applicant" and each.full_name for each in case.parties)


def _registered(case: Case, _data: Any, _lang: Language) -> dict[str, Any]:
    return {"due": _due(case), "follow": f"{settings.SITE_URL}/follow/"}


def _executor(case: Case, _data: Any, lang: Language) -> dict[str, Any]:
    """The office and the unit; the applicant is told no name of the staff but that of who signs the answer."""
    unit = case.directory.units.get(case.row.unit_id or 0)
    names = [case.body.name.into(lang), *([unit.name.into(lang)] if unit is not None else [])]
    return {"unit": ", ".join(names), "due": _due(case)}


def _to_cure(_case: Case, data: AskToCure, lang: Language) -> dict[str, Any]:
    return {"missing": [REQUIREMENTS[each].into(lang) for each in data.missing], "words": data.words, "due": data.due}


def _returned(_case: Case, data: Return, _lang: Language) -> dict[str, Any]:
    return {"reason": data.reason}


def _forwarded(case: Case, data: Forward, lang: Language) -> dict[str, Any]:
    return {"to": name_of(case, data).into(lang), "reason": data.reason}


def _covering(case: Case, data: Forward, lang: Language) -> dict[str, Any]:
    return {"reason": data.reason, "enclosed": enclosed_told(case, lang)}


def enclosed_told(case: Case, lang: Language) -> str:
    """Return what goes with a covering letter, in words."""
    count = without_papers(StoredFile.objects.filter(proceeding=case.row.pk)).count()
    return _ENCLOSED.into(lang).format(count=count)


def receiver_of(case: Case, data: Forward, lang: Language) -> tuple[str, str]:
    """Return the addressee of a covering letter, and where it is."""
    office = office_of(case, data)
    return name_of(case, data).into(lang), office.address if office is not None else ""


def _materials(_case: Case, data: AskForMaterials, lang: Language) -> dict[str, Any]:
    return {"kind": CALLED_FOR[data.calls_for].into(lang), "asked": data.asked, "due": data.due}


def _asked_of(_case: Case, data: AskForMaterials, _lang: Language) -> tuple[str, str]:
    return data.addressee, ""


def _part(_case: Case, data: GivePart, _lang: Language) -> dict[str, Any]:
    return {"text": data.text}


TELL_REGISTERED = Issue("registration_notice", _registered, when=_followed)
TELL_EXECUTOR = Issue("executor_notice", _executor, when=_followed)
REQUEST_TO_CURE = Issue("request_to_cure", _to_cure)
RETURN_LETTER = Issue("return_letter", _returned)
COVERING_LETTER = Issue("forwarding_letter", _covering, receiver_of)
TELL_FORWARDED = Issue("forwarding_notice", _forwarded, when=named_to_tell)
REQUEST_MATERIALS = Issue("request_for_materials", _materials, _asked_of)
PART_OF_CO_EXECUTOR = Issue("co_executor_information", _part)
