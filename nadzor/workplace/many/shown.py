"""A row of papers as its page shows it, with what the registrar should look at."""

from collections import Counter
from typing import Any

from nadzor.appeals.procedure import APPEAL
from nadzor.casework import identifiers
from nadzor.casework.access import visible
from nadzor.casework.models import Party, Proceeding
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.workplace import intake_form
from nadzor.workplace.many.checking import told
from nadzor.workplace.many.models import PaperRow
from nadzor.workplace.many.reading import FILE
from nadzor.workplace.staff import StaffRequest

_SHORT = 90
ROW_STATES: dict[str, tuple[str, Phrase]] = {
    "done": ("done", Phrase("Тіркелді", "Зарегистрировано", "Registered")),
    "wrong": ("late", Phrase("Түзету керек", "Нужно исправить", "To be mended")),
    "ready": ("new", Phrase("Тіркеуге дайын", "Готово к регистрации", "Ready to be registered")),
}
_TWICE = Phrase(
    "{other}-жолдағы қағазбен бірдей: бір адам, бір мәтін. Екіншісі телнұсқа болып тіркеледі.",
    "То же, что в строке {other}: то же лицо, тот же текст. Второе зарегистрируется дубликатом.",
    "The same as row {other}: same person, same text. The second one is registered as a duplicate.",
)
_BEFORE = Phrase(
    "Осы адамның бұрынғы жолданымдары: {count}. Қайталама не телнұсқа болса, жолды ашып белгілеңіз.",
    "Прежние обращения этого лица: {count}. Если это повторное или дубликат, откройте строку и отметьте.",
    "Earlier appeals of this person: {count}. If this repeats or doubles one, open the row and mark it.",
)
_NO_FILE = Phrase(
    "Мұндай атпен файл жүктелмеген: {name}.", "Файл с таким именем не загружен: {name}.", "No such file yet: {name}."
)


def row_shown(row: PaperRow, case: Proceeding | None, notes: list[Phrase]) -> dict[str, Any]:
    """A row as the page shows it."""
    name = "done" if row.number else "wrong" if row.wrong else "ready"
    tone, word = ROW_STATES[name]
    said = row.said
    whole = " ".join(str(said.get(each, "")) for each in ("surname", "given_name", "patronymic")).strip()
    text = " ".join(str(said.get("text", "")).split())
    return {
        "name": name,
        "place": row.place,
        "tone": tone,
        "word": word,
        "who": case.applicant if case is not None else whole,
        "text": case.subject if case is not None else text if len(text) <= _SHORT else f"{text[:_SHORT]}…",
        "file": row.file.name if row.file is not None else "",
        "number": row.number,
        "track": case.track if case is not None else "",
        "due": case.next_due if case is not None and case.next_due.year < 9999 else None,
        "wrong": _labelled(told(row.wrong)),
        "notes": notes,
    }


def _labelled(wrong: dict[str, Phrase]) -> list[Phrase]:
    """Each sentence with the field that it is about."""
    labels = {each.name: each.label for each in intake_form.ALL}
    return [
        Phrase(*(f"{labels[name].into(lang)}: {said.into(lang)}" for lang in LANGUAGES)) if name in labels else said
        for name, said in wrong.items()
    ]


def notes_of(request: StaffRequest, rows: list[PaperRow]) -> dict[int, list[Phrase]]:
    """What the registrar should look at, by row: the same paper twice, earlier appeals, a file that is not there."""
    found: dict[int, list[Phrase]] = {}
    waiting = [row for row in rows if not row.number]
    numbers = {row.place: identifiers.read(str(row.said.get("iin", "")))[:20] for row in waiting}
    wanted = {each for each in numbers.values() if each}
    parties = Party.objects.filter(iin__in=wanted, role="applicant", proceeding__procedure=APPEAL.name)
    seen = parties.filter(proceeding__in=visible(request.actor).values("pk")).exclude(proceeding__state="annulled")
    before = Counter(seen.values_list("iin", flat=True)) if wanted else Counter()
    first: dict[tuple[str, str], int] = {}
    for row in waiting:
        notes = found.setdefault(row.place, [])
        who = numbers[row.place] or str(row.said.get("surname", "")).casefold()
        key = (who, str(row.said.get("text", "")).strip())
        if who and key[1] and first.setdefault(key, row.place) != row.place:
            notes.append(_with(_TWICE, other=first[key]))
        if before[numbers[row.place]]:
            notes.append(_with(_BEFORE, count=before[numbers[row.place]]))
        if row.said.get(FILE) and row.file is None:
            notes.append(_with(_NO_FILE, name=row.said[FILE]))
    return found


def _with(said: Phrase, **values: object) -> Phrase:
    return Phrase(*(said.into(lang).format(**values) for lang in LANGUAGES))
