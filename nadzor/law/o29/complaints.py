"""A complaint against another administrative body is considered as a message; which are not. Source: 29I.55."""

from dataclasses import dataclass

from nadzor.law.facts import Kind
from nadzor.law.words import Phrase


@dataclass(frozen=True, slots=True)
class AsMessage:
    """Whether a submission is considered as a message, and why or why not."""

    holds: bool
    why: Phrase
    cites: tuple[str, ...] = ("29I.55",)


_IT_IS = Phrase(
    "прокуратура органына жатпайтын әкімшілік органға шағым хабар ретінде қаралады",
    "жалоба на административный орган, не прокуратуру, рассматривается как сообщение",
    "a complaint against an administrative body other than the prosecutor’s office is considered as a message",
)
_NO_COMPLAINT = Phrase(
    "Бұл жолданым шағым емес: оны хабар ретінде қарау туралы ереже қолданылмайды.",
    "Это не жалоба: правило о рассмотрении как сообщения к ней не относится.",
    "This is no complaint: the rule on considering it as a message does not concern it.",
)
_AGAINST_PROSECUTORS = Phrase(
    "Прокуратура органына шағым 4-тараудың тәртібімен қаралады.",
    "Жалоба на орган прокуратуры рассматривается по главе 4.",
    "A complaint against a prosecutor’s office goes by chapter 4.",
)
_OTHER_LAW = Phrase(
    "Бұл шағымды қарау тәртібін басқа заң белгілейді.",
    "Порядок рассмотрения этой жалобы устанавливает другой закон.",
    "Another law sets the order of considering this complaint.",
)


def as_message(kind: str | None, *, governed: str | None, against_prosecutors: bool) -> AsMessage:
    """Return whether a submission is considered as a message (29I.55).

    `governed`: the law that governs it beside its kind (criminal, civil, offence procedure; APPK, article 3, part 4);
    `against_prosecutors`: the act or action complained of is that of a prosecutor's office.
    """
    if kind != Kind.COMPLAINT:
        return AsMessage(holds=False, why=_NO_COMPLAINT)
    if against_prosecutors:
        return AsMessage(holds=False, why=_AGAINST_PROSECUTORS)
    return AsMessage(holds=False, why=_OTHER_LAW) if governed else AsMessage(holds=True, why=_IT_IS)
