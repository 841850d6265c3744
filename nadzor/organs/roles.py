"""Works that are laid upon people beside their posts."""

from enum import StrEnum


class Role(StrEnum):
    """Works and powers beside a post: employees "charged with" registering, calls, reception, statistics.

    SIGNS_TO_CENTRAL, SIGNS_TO_OBLAST: authorised to sign requests to the leadership of such state bodies (29I.62.2).
    """

    REGISTRAR = "registrar"
    CALL_CENTRE_OPERATOR = "call_centre_operator"
    RECEPTION_PROSECUTOR = "reception_prosecutor"
    ANALYST = "analyst"
    ADMINISTRATOR = "administrator"
    SECURITY = "security"
    SIGNS_TO_CENTRAL = "signs_to_central"
    SIGNS_TO_OBLAST = "signs_to_oblast"
