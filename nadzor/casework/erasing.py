"""Erasing the data of a case: what is whose, what goes, what stays so that the register and the seals stand.

Everything that hangs on a case by a row that cannot be without it is its own, whichever room keeps it, and every text,
list and number of bytes in it goes, unless `KEPT` names the field: a model that somebody adds is erased by default.
What stays names no person: the number, the kind, the days, the office, who of the staff acted.
"""

from collections.abc import Callable, Collection, Iterator
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import Q

from nadzor.casework import journal
from nadzor.casework.files import DRAFTS, path_of
from nadzor.casework.kept import Destruction, DestructionItem
from nadzor.casework.models import Entry, Key, Look, Proceeding, StoredFile

_Model = type[models.Model]
NOT_OWNED: frozenset[_Model] = frozenset({Proceeding, Entry, Destruction, DestructionItem})
"""The case itself and its journal have their own ways; an act of destruction outlives what it destroys."""
DROPPED = frozenset(
    {
        *("casework.Party", "casework.Notice", "casework.Delivery", "casework.SearchRow", "casework.StoredFile"),
    }
)
"""Models whose rows say nothing when their words are gone."""
KEPT: dict[str, frozenset[str]] = {
    "casework.Assignment": frozenset({"role"}),
    "casework.Term": frozenset({"clock", "norm", "state", "reckoning"}),
    "appeals.Appeal": frozenset(
        {
            *("channel", "language", "topic", "sender", "missing", "flags", "signature", "standing", "repeat_reason"),
            *("control_by", "answered_by", "contested_by", "reception_of", "governed_by", "outcome", "signed_by"),
        }
    ),
    "papers.IssuedPaper": frozenset(
        {"paper", "language", "number", "to", "signed_by", "code", "data_sha256", "sha256", "power"}
    ),
    "appeals.AnswerGiven": frozenset({"outcome"}),
    "appeals.PaperDraft": frozenset({"paper", "agreers", "agreed"}),
    "appeals.CureRequest": frozenset({"missing"}),
    "appeals.Dispatch": frozenset({"way"}),
    "appeals.OralProtocol": frozenset({"received_by", "received_post"}),
    "appeals.Addition": frozenset({"way"}),
    "appeals.Timed": frozenset({"post", "authority"}),
    "appeals.CrimeMaterials": frozenset({"to"}),
    "appeals.Withdrawal": frozenset({"way", "ground"}),
    "appeals.Hearing": frozenset({"language", "way", "told_by"}),
    "appeals.HearingOmitted": frozenset({"ground"}),
    "appeals.Instruction": frozenset({"language"}),
    "appeals.Visit": frozenset({"ground"}),
    "appeals.Transfer": frozenset({"ground"}),
    "appeals.Called": frozenset({"addressed", "calls_for"}),
    "complaints.OfficialCalled": frozenset({"ended", "notice"}),
    "complaints.HigherMeasure": frozenset({"measure", "basis", "number"}),
    "casework.Look": frozenset({"way", "address"}),
}
"""By model: fields of words that name no person and nothing of the matter."""
_WORDS = (models.CharField, models.TextField, models.JSONField, models.BinaryField, ArrayField)
Also = Callable[[Collection[int], Collection[str]], None]
ALSO: list[Also] = []
"""What rooms above keep by the number of a case alone: asked with the ids and the numbers that are erased."""


def owned() -> dict[_Model, list[str]]:
    """Return every model whose rows belong to a case, with the ways that lead from a row to it."""
    found: dict[_Model, list[str]] = {}
    fresh: list[tuple[_Model, str]] = [(Proceeding, "")]
    while fresh:
        parent, way = fresh.pop(0)
        for model in apps.get_models():
            if model in NOT_OWNED:
                continue
            for field in model._meta.concrete_fields:  # noqa: SLF001
                if not isinstance(field, models.ForeignKey) or field.related_model is not parent:
                    continue
                if field.null and model not in {StoredFile, Look}:
                    continue  # it points to a case, and is of another
                place = f"{field.name}__{way}" if way else field.name
                if place not in found.setdefault(model, []):
                    found[model].append(place)
                    fresh.append((model, place))
    return found


def emptied(model: _Model) -> dict[str, Any]:
    """Return the fields of a model that are emptied, with what stands in them then."""
    kept = KEPT.get(model._meta.label, frozenset())  # noqa: SLF001
    found: dict[str, Any] = {}
    for field in model._meta.concrete_fields:  # noqa: SLF001
        if field.primary_key or field.name in kept or not isinstance(field, _WORDS):
            continue
        found[field.name] = None if field.null else _empty(field)
    return found


def _empty(field: "models.Field[Any, Any]") -> Any:
    if isinstance(field, ArrayField):
        return []
    if isinstance(field, models.JSONField):
        return [] if field.default is list else {}
    return b"" if isinstance(field, models.BinaryField) else ""


def family(cases: Collection[int]) -> list[int]:
    """Return cases with their child matters."""
    return sorted(Proceeding.objects.filter(Q(pk__in=cases) | Q(parent__in=cases)).values_list("pk", flat=True))


def erase(cases: Collection[int], act: int) -> list[str]:
    """Erase the data of cases and of their child matters by an act (the id of its entry); return digests of files.

    Inside the transaction of the caller; the bytes go when it has ended, unless another row still names them. Raises
    ValueError where the act is no approved act of destruction over each of the cases.
    """
    whole = family(cases)
    rows = Proceeding.objects.filter(pk__in=whole)
    numbers = sorted(rows.values_list("number", flat=True))
    journal.erase(sorted(Entry.objects.filter(proceeding__in=whole).values_list("pk", flat=True)), act)
    _forget_words(whole)
    files = _files(whole)
    digests = sorted(set(files.values_list("sha256", flat=True)))
    for also in ALSO:
        also(whole, numbers)
    for model, ways in reversed(owned().items()):  # what hangs on a row goes before it
        rows_of: Any = model._default_manager  # noqa: SLF001
        mine = rows_of.filter(pk__in={pk for way in ways for pk in _of(rows_of, way, whole)})
        if model is StoredFile:
            continue  # others name files: these go when they are gone
        if model._meta.label in DROPPED:  # noqa: SLF001
            mine.delete()
        elif fields := emptied(model):
            mine.update(**fields)
    files.delete()
    rows.update(applicant="", applicant_folded="", subject="", track=None)
    for number in numbers:
        Key.objects.filter(answer__contains=[{"number": number}]).delete()
    transaction.on_commit(lambda: drop_bytes(digests))
    return digests


def _of(rows: Any, way: str, whole: Collection[int]) -> list[Any]:
    return list(rows.filter(**{f"{way}__in": whole}).values_list("pk", flat=True))


def _forget_words(whole: Collection[int]) -> None:
    """A search that found one of them may have named its applicant: the words go from all that it found."""
    for person, at in set(Look.objects.filter(proceeding__in=whole, way="search").values_list("person", "at")):
        Look.objects.filter(person=person, at=at).update(what="", reason="")


def _files(whole: Collection[int]) -> "models.QuerySet[StoredFile]":
    """The files of cases, and what their applicants had uploaded on the portal and not sent."""
    spaces = [f"{DRAFTS}a{pk}" for pk in whole]
    return StoredFile.objects.filter(Q(proceeding__in=whole) | Q(proceeding__isnull=True, space__in=spaces))


def drop_bytes(digests: Collection[str]) -> None:
    """Remove the bytes of files that no row names any longer."""
    still = set(StoredFile.objects.filter(sha256__in=digests).values_list("sha256", flat=True))
    for digest in digests:
        if digest not in still:
            path_of(digest).unlink(missing_ok=True)


def kept_unknown() -> Iterator[str]:
    """Names in `KEPT` that no model has: a slip there would keep nothing."""
    for label, names in KEPT.items():
        known = {field.name for field in apps.get_model(label)._meta.concrete_fields}  # noqa: SLF001
        yield from (f"{label}.{name}" for name in sorted(names - known))
