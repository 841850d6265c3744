"""What the kernel keeps as data, as the API says it: reckonings worded in the language that was asked for."""

from typing import Any

from nadzor.api.errors import language
from nadzor.casework.answers import answer_of, term_answer
from nadzor.casework.case import Case
from nadzor.casework.models import Entry, Party, Proceeding, StoredFile, Term
from nadzor.casework.procedure import PROCEDURES
from nadzor.casework.reckonings import told
from nadzor.casework.showing import applicant_told
from nadzor.law.words import Phrase
from nadzor.organs.directory import Directory

BASE = "/api/v1"


# The code for following is the applicant's: told in the answer to the registration alone.
_NOT_TOLD = frozenset({"accepted_by", "registration_cites", "track"})


def links_of(number: str) -> dict[str, str]:
    """Return where to go on from a proceeding."""
    here = f"{BASE}/proceedings/{number}"
    return {"self": here, "journal": f"{here}/journal", "steps": f"{here}/steps"}


def term_said(term: dict[str, Any]) -> dict[str, Any]:
    """Return a term with its reckoning told in words."""
    reckoning = term["reckoning"]
    rest = {name: value for name, value in term.items() if name != "reckoning"}
    return {**rest, "why": told(reckoning, language()), "cites": list(reckoning["cites"])}


def done_said(done: dict[str, Any]) -> dict[str, Any]:
    """Return the answer to a step."""
    kept = {name: value for name, value in done.items() if name not in _NOT_TOLD}
    return {
        **kept,
        "terms": [term_said(term) for term in done["terms"]],
        "links": links_of(done["number"]),
    }


def receipt_said(done: dict[str, Any]) -> dict[str, Any]:
    """Return the answer to a registration: the step's, with the receipt (29I.23.1) and the code for the applicant."""
    receipt = {"number": done["number"], "accepted_at": done["recorded_at"], "accepted_by": done["accepted_by"]}
    said = done_said(done)
    return {
        **said,
        "track": done["track"],
        "receipt": receipt,
        "cites": done["registration_cites"],
        "links": {**said["links"], "track": f"{BASE}/track/{done['track']}"},
    }


def _in_words(text: Phrase | str) -> str:
    return text.into(language()) if isinstance(text, Phrase) else text


def row_said(row: Proceeding, known: Directory) -> dict[str, Any]:
    """Return a line of a list."""
    procedure = PROCEDURES[row.procedure]
    state = procedure.state_of[procedure.mapped.get(row.state, row.state)]
    return {
        "number": row.number,
        "procedure": row.procedure,
        "state": state.name,
        "state_title": state.title.into(language()),
        "open": row.open,
        "version": row.version,
        "kind": row.kind,
        "body": known.bodies[row.body_id].code,
        "executor": row.executor_id,
        "applicant": _in_words(applicant_told(row.applicant)),
        "subject": row.subject,
        "registered_on": row.registered_on.isoformat(),
        "next_due": None if row.next_due.year == 9999 else row.next_due.isoformat(),
        "links": links_of(row.number),
    }


def case_said(case: Case) -> dict[str, Any]:
    """Return a proceeding: header, parties, people, terms with their reckoning, files, child matters."""
    done = {**answer_of(case), "terms": []}
    return {
        **done_said(done),
        **row_said(case.row, case.directory),
        "parent": None if case.parent is None else case.parent.row.number,
        "parties": [_party(each) for each in case.parties if isinstance(each, Party)],
        "people": [
            {"person": each.person_id, "role": each.role, "since": each.since.isoformat()}
            for each in case.assignments
            if each.until is None
        ],
        "terms": [{**term_said(data), "reckoning": data["reckoning"]} for data in map(term_answer, _terms(case))],
        "files": [_file(each) for each in StoredFile.objects.filter(proceeding=case.row).order_by("pk")],
        "facts": _facts(case),
    }


def _terms(case: Case) -> list[Term]:
    return case.terms


def _party(party: Party) -> dict[str, Any]:
    names = ("role", "type", "iin", "surname", "given_name", "patronymic", "organisation", "postal_address")
    return {name: getattr(party, name) for name in (*names, "email", "phone")}


def _file(file: StoredFile) -> dict[str, Any]:
    return {
        "id": str(file.public_id),
        "name": file.name,
        "content_type": file.content_type,
        "size": file.size,
        "sha256": file.sha256,
    }


def _facts(case: Case) -> dict[str, Any]:
    """The room's own row, without its keys, digests and links."""
    facts = case.facts
    if facts is None:
        return {}
    found = {}
    for field in facts._meta.concrete_fields:  # noqa: SLF001  # the documented way to a model's fields
        if field.is_relation or field.get_internal_type() == "BinaryField":
            continue
        value = getattr(facts, field.attname)
        found[field.attname] = value.isoformat() if hasattr(value, "isoformat") else value
    return found


def entry_said(entry: Entry) -> dict[str, Any]:
    """Return a line of the journal. Digests in hexadecimal."""
    return {
        "seq": entry.seq,
        "at": entry.recorded_at.isoformat(),
        "happened_on": entry.happened_on.isoformat(),
        "actor": entry.actor,
        "capacity": entry.capacity,
        "step": entry.step,
        "from_state": entry.from_state,
        "to_state": entry.to_state,
        "version": entry.proceeding_version,
        "cites": list(entry.cites),
        "data": entry.data,
        "hash": bytes(entry.hash).hex(),
        "previous": bytes(entry.previous).hex(),
    }
