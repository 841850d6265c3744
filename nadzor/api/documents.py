"""What OpenAPI says of bodies and errors: the kernel's forms are the one declaration."""

from typing import Annotated, Any

from ninja import Schema
from ninja.types import DictStrAny
from pydantic import BaseModel, Field

_REFERENCE = "#/components/schemas/{model}"
SCHEMAS: dict[str, Any] = {}


CODES = (
    *("unreadable", "no_token", "no_right", "not_found", "unknown_norm", "calendar_unknown", "wrong_method"),
    *("wrong_state", "forbidden_by_law", "taken", "changed_meanwhile", "key_reused", "too_large", "file_type"),
    *("invalid", "bad_value", "not_in_force", "wording_not_held", "too_many"),
    *("broken", "database_away", "no_space", "not_ready"),
)
"""Every code of an error; 503 is `database_away`, or `no_space` where a disk is full."""


class Fault(Schema):
    """What went wrong."""

    code: Annotated[str, Field(description=f"Stable. One of: {', '.join(CODES)}.")]
    message: str
    cites: list[str]
    fields: dict[str, str]


class ErrorAnswer(Schema):
    """The one shape of errors."""

    error: Fault


# An answer of the interface is data of the proceeding, so that it has no schema narrower than an object.
FAULTS: dict[Any, Any] = {
    200: DictStrAny,
    **dict.fromkeys((400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503), ErrorAnswer),
}
MAKES: dict[Any, Any] = {201: DictStrAny, **FAULTS}
IDEMPOTENT: list[dict[str, Any]] = [
    {
        "name": "Idempotency-Key",
        "in": "header",
        "required": False,
        "description": "The same key and body give the first answer again; lives 90 days.",
        "schema": {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]([ -~]*[!-~])?$"},
    }
]
VERSIONED: list[dict[str, Any]] = [
    *IDEMPOTENT,
    {
        "name": "If-Match",
        "in": "header",
        "required": False,
        "description": 'The version that was read, as ETag gives it ("3") or bare; another one is refused with 409.',
        "schema": {"type": "string", "pattern": r"^(\*|(W/)?\"[0-9]{1,9}\"|[0-9]{1,9})$"},
    },
]


def with_body(form: type[BaseModel], parameters: list[dict[str, Any]]) -> dict[str, Any]:
    """Describe a body read as a form, and the headers beside it."""
    schema = form.model_json_schema(ref_template=_REFERENCE)
    SCHEMAS.update(schema.pop("$defs", {}))
    SCHEMAS[form.__name__] = schema
    return {**_json({"$ref": _REFERENCE.format(model=form.__name__)}), "parameters": parameters}


def with_object(parameters: list[dict[str, Any]]) -> dict[str, Any]:
    """Describe a body that is any object (its schema is in the list of steps)."""
    return {**_json({"type": "object"}), "parameters": parameters}


def with_list() -> dict[str, Any]:
    """Describe a body that is a list of questions."""
    return _json({"type": "array", "items": {"type": "object"}})


def with_file() -> dict[str, Any]:
    """Describe an upload."""
    file = {"type": "object", "required": ["file"], "properties": {"file": {"type": "string", "format": "binary"}}}
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": file}}}}


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}
