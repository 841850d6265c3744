"""Why something was not done: a stable code, one sentence for a person in three languages, the points, the fields."""

from collections.abc import Mapping

from nadzor.law.words import Phrase


class Refusal(Exception):  # noqa: N818  # a refusal is an answer, not a fault of the program
    """Nothing was changed. `code` is stable; `fields` names what is wrong with each field of what was given."""

    code = "refused"

    def __init__(self, message: Phrase, *cites: str, fields: Mapping[str, Phrase] | None = None) -> None:
        super().__init__(message.en)
        self.message = _one_stop(message)
        self.cites = cites
        self.fields = {name: _one_stop(said) for name, said in (fields or {}).items()}


def _one_stop(said: Phrase) -> Phrase:
    """A sentence that ends with initials or a day ("М. Ү.", "1 апреля 2026 г.") has one full stop, not two."""
    return Phrase(*(text.replace("..", ".") for text in said))


class WrongState(Refusal):
    """The step is not made from the state the case is in."""

    code = "wrong_state"


class NoRight(Refusal):
    """The step is outside the powers of who asks: a prosecutor acts within them alone, and nobody else steps in."""

    code = "no_right"
    norms = ("SYS.53", "SYS.83")


class ForbiddenByLaw(Refusal):
    """The order forbids the step here."""

    code = "forbidden_by_law"


class Taken(Refusal):
    """Somebody else got it first: the slot, the number, the place."""

    code = "taken"


class Invalid(Refusal):
    """What was given does not fit; `fields` says where."""

    code = "invalid"


class TooLarge(Invalid):
    """More than is taken: the file, the files together."""

    code = "too_large"


class ChangedMeanwhile(Refusal):
    """The case has changed since it was read."""

    code = "changed_meanwhile"


class KeyReused(Refusal):
    """The same idempotency key came with another question."""

    code = "key_reused"


class NotFound(Refusal):
    """There is no such thing, or not for who asks."""

    code = "not_found"


DAY_PAST = Phrase(
    "Бұл күн өтіп кеткен. Бүгінгі немесе кейінгі күнді көрсетіңіз.",
    "Этот день уже прошёл. Укажите сегодняшний или более поздний день.",
    "This day is past. Give today or a later day.",
)
DAY_AHEAD = Phrase(
    "Бұл күн әлі келген жоқ. Бүгінгі немесе өткен күнді көрсетіңіз.",
    "Этот день ещё не наступил. Укажите сегодняшний или прошедший день.",
    "This day has not come yet. Give today or a past day.",
)
NOT_FOUND = Phrase(
    "Мұндай нөмірлі іс табылмады немесе ол сізге көрінбейді. Нөмірді тексеріңіз.",
    "Дела с таким номером нет, или оно вам не видно. Проверьте номер.",
    "There is no case with this number, or it is not visible to you. Check the number.",
)
KEY_REUSED = Phrase(
    "Бұл қайталау кілтімен бұрын басқа сұрау жіберілген. Жаңа сұрауға жаңа кілт беріңіз.",
    "С этим ключом повтора раньше пришёл другой запрос. Дайте новому запросу новый ключ.",
    "This idempotency key came before with another request. Give a new request a new key.",
)
INVALID = Phrase(
    "Кейбір өрістер дұрыс толтырылмаған. Белгіленген жерлерді түзетіңіз; енгізілгендер сақталды.",
    "Некоторые поля заполнены неверно. Исправьте отмеченное; введённое сохранено.",
    "Some fields are not right. Mend what is marked; what you entered is kept.",
)


def not_found() -> NotFound:
    """The one answer for what does not exist and for what is not visible."""
    return NotFound(NOT_FOUND)


def invalid(**fields: Phrase) -> Invalid:
    """A refusal that names fields."""
    return Invalid(INVALID, fields=fields)
