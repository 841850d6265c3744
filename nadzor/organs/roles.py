"""Works that are laid upon people beside their posts."""

from enum import StrEnum


class Role(StrEnum):
    """Works beside a post. The orders speak of "employees charged with" registering, calls, reception, statistics."""

    REGISTRAR = "registrar"
    CALL_CENTRE_OPERATOR = "call_centre_operator"
    RECEPTION_PROSECUTOR = "reception_prosecutor"
    ANALYST = "analyst"
    ADMINISTRATOR = "administrator"
    SECURITY = "security"
