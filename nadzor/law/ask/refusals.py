"""Refusals of the interface: a code, the field at fault, and a sentence that says what is wrong and what to do."""

import datetime as dt
from collections.abc import Iterable

from nadzor.law.words import Lang, Phrase

BAD_JSON = "bad_json"
UNKNOWN_QUESTION = "unknown_question"
UNKNOWN_FIELD = "unknown_field"
MISSING_FIELD = "missing_field"
BAD_VALUE = "bad_value"
UNKNOWN_NORM = "unknown_norm"
NOT_IN_FORCE = "not_in_force"
WORDING_NOT_HELD = "wording_not_held"
CALENDAR_UNKNOWN = "calendar_unknown"
CODES = (
    *(BAD_JSON, UNKNOWN_QUESTION, UNKNOWN_FIELD, MISSING_FIELD, BAD_VALUE),
    *(UNKNOWN_NORM, NOT_IN_FORCE, WORDING_NOT_HELD, CALENDAR_UNKNOWN),
)


class Refusal(Exception):  # noqa: N818  # an answer of the interface, not a fault of the program
    """A question that gets no answer: its code, the field at fault (None: the whole line), and why."""

    def __init__(self, code: str, field: str | None, why: str, **details: object) -> None:
        super().__init__(why)
        self.code = code
        self.field = field
        self.why = why
        self.details = details

    def message(self, lang: Lang) -> str:
        """Return the sentence for a person in one language."""
        told = {key: _told(value, lang) for key, value in self.details.items()}
        if isinstance(allowed := self.details.get("allowed"), Iterable):  # what the program itself lists
            told["allowed"] = ", ".join(str(one) for one in allowed)
        return MESSAGES[self.why].into(lang).format(field=_told(self.field, lang), **told)


def _told(value: object, lang: Lang) -> str:
    """A detail as a reader sees it; of what somebody sent, no more than a line."""
    if isinstance(value, Phrase):
        return value.into(lang)
    if isinstance(value, str | dt.date | Exception):
        text = str(value)
        return text if len(text) <= 80 else f"{text[:77]}…"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int | float):
        return str(value) if abs(value) < 10**15 else "…"
    return "{…}" if isinstance(value, dict) else "[…]"


MESSAGES: dict[str, Phrase] = {
    "not_json": Phrase(
        "Жол JSON ретінде оқылмайды. Бір жолға бір JSON объектісін жазыңыз.",
        "Строка не читается как JSON. Запишите один объект JSON в одной строке.",
        "The line cannot be read as JSON. Write one JSON object on one line.",
    ),
    "too_long": Phrase(
        "Жол тым ұзын: {limit} байттан артық. Сұрақты қысқартыңыз.",
        "Строка длиннее {limit} байт. Сократите вопрос.",
        "The line is longer than {limit} bytes. Shorten the question.",
    ),
    "not_an_object": Phrase(
        "Сұрақ JSON объектісі болуы тиіс, мысалы: {example}",
        "Вопрос должен быть объектом JSON, например: {example}",
        "A question must be a JSON object, for example: {example}",
    ),
    "unknown_question": Phrase(
        "Мұндай сұрақ жоқ. «ask» өрісіне мыналардың бірін жазыңыз: {allowed}.",
        "Такого вопроса нет. Укажите в поле «ask» одно из: {allowed}.",
        'There is no such question. Put one of these into "ask": {allowed}.',
    ),
    "unknown_field": Phrase(
        "Бұл сұрақта «{field}» өрісі жоқ. Мүмкін өрістер: {allowed}.",
        "У этого вопроса нет поля «{field}». Возможные поля: {allowed}.",
        'This question has no field "{field}". Possible fields: {allowed}.',
    ),
    "missing_field": Phrase(
        "«{field}» өрісі жетіспейді. Оны қосыңыз.",
        "Не хватает поля «{field}». Добавьте его.",
        'The field "{field}" is missing. Add it.',
    ),
    "not_a_day": Phrase(
        "«{field}»: {given} күні жоқ немесе жазылуы басқаша. Күнді ЖЖЖЖ-АА-КК түрінде жазыңыз.",
        "«{field}»: нет такого дня или он записан иначе: {given}. Запишите день как ГГГГ-ММ-ДД.",
        '"{field}": there is no such day, or it is written otherwise: {given}. Write the day as YYYY-MM-DD.',
    ),
    "not_an_instant": Phrase(
        "«{field}»: {given} сәті оқылмайды. Уақытты ығысуымен жазыңыз, мысалы 2026-03-05T10:00:00+05:00.",
        "«{field}»: момент не читается: {given}. Запишите его со смещением, например 2026-03-05T10:00:00+05:00.",
        '"{field}": the instant cannot be read: {given}. Write it with its offset, such as 2026-03-05T10:00:00+05:00.',
    ),
    "not_text": Phrase(
        "«{field}» өрісінде мәтін болуы тиіс.",
        "В поле «{field}» должен стоять текст.",
        'The field "{field}" must hold a text.',
    ),
    "not_a_switch": Phrase(
        "«{field}» өрісінде true немесе false болуы тиіс.",
        "В поле «{field}» должно стоять true или false.",
        'The field "{field}" must hold true or false.',
    ),
    "not_one_of": Phrase(
        "«{field}»: {given} мәні жоқ. Мүмкін мәндер: {allowed}.",
        "«{field}»: нет значения {given}. Возможные значения: {allowed}.",
        '"{field}": there is no value {given}. Possible values: {allowed}.',
    ),
    "not_an_official": Phrase(
        "«{field}»: {given} лауазымы жоқ. «орган:лауазым» түрінде жазыңыз, мысалы oblast:head.",
        "«{field}»: нет такого должностного лица: {given}. Запишите «орган:должность», например oblast:head.",
        '"{field}": there is no such official: {given}. Write "body:post", such as oblast:head.',
    ),
    "not_a_list": Phrase(
        "«{field}» өрісінде тізім болуы тиіс.",
        "В поле «{field}» должен стоять список.",
        'The field "{field}" must hold a list.',
    ),
    "not_a_fact": Phrase(
        "«{field}»: {given} фактісі белгісіз. Мүмкін фактілер: {allowed}.",
        "«{field}»: неизвестный факт: {given}. Возможные факты: {allowed}.",
        '"{field}": the fact {given} is not known. Possible facts: {allowed}.',
    ),
    "not_pauses": Phrase(
        "«{field}»: күндер жұптарының тізімі болуы тиіс, мысалы [[2026-04-01, 2026-04-10]].",
        "«{field}»: нужен список пар дней, например [[2026-04-01, 2026-04-10]].",
        '"{field}": a list of pairs of days is needed, such as [[2026-04-01, 2026-04-10]].',
    ),
    "no_amount": Phrase(
        "«{given}» нормасы есептелетін мерзім белгілемейді. Мерзімі бар тармақты таңдаңыз.",
        "Норма {given} не устанавливает срока, который можно отсчитать. Выберите пункт со сроком.",
        "The norm {given} sets no term that can be counted. Choose a point that sets one.",
    ),
    "unknown_norm": Phrase(
        "Тізілімде «{given}» нормасы жоқ. Мекенжайды тексеріңіз, мысалы 29I.50.",
        "В каталоге нет нормы {given}. Проверьте адрес, например 29I.50.",
        "The catalogue has no norm {given}. Check the address, such as 29I.50.",
    ),
    "key_twice": Phrase(
        "Жолда бір кілт екі рет тұр. Біреуін алып тастаңыз.",
        "В строке один ключ стоит дважды. Уберите один.",
        "A key stands twice in the line. Remove one.",
    ),
    "not_yet_in_force": Phrase(
        "{address} бұл күні әлі қолданыста болмаған: {first} бастап қолданылады. Кейінгі күнді таңдаңыз.",
        "{address} в этот день еще не действовала: действует с {first}. Выберите более поздний день.",
        "{address} was not yet in force on that day: it has been since {first}. Choose a later day.",
    ),
    "out_of_force": Phrase(
        "{address} күшін жойған ({first} – {last}). «on» өрісінде осы аралықтағы күнді көрсетіңіз.",
        "{address} утратила силу (действовала {first} – {last}). Укажите в поле «on» день этого периода.",
        '{address} is out of force (it was in force {first} to {last}). Give a day of that time in "on".',
    ),
    "not_in_force": Phrase(
        "{address} бұл күні қолданыста болмаған (қолданылу мерзімі: {first} – {last}). Басқа күнді таңдаңыз.",
        "{address} в этот день не действовала (период действия: {first} – {last}). Выберите другой день.",
        "{address} was not in force on that day (in force: {first} to {last}). Choose another day.",
    ),
    "wording_not_held": Phrase(
        "{address}: {order} бұйрығымен өзгертілген, бізде {since} күнінен бастап қана бар. Кейінгі күнді алыңыз.",
        "{address}: пункт изменен приказом {order}, редакции до {since} у нас нет. Выберите день не раньше этого.",
        "{address}: amended by order {order}; we do not hold the wording before {since}. Choose a later day.",
    ),
    "calendar_unknown": Phrase(
        "Есептеу белгілі күнтізбеден шығып кетеді ({first} – {last}). Осы аралықтағы күнді таңдаңыз.",
        "Отсчет выходит за пределы известного календаря ({first} – {last}). Выберите день внутри него.",
        "The reckoning leaves the known calendar ({first} to {last}). Choose a day inside it.",
    ),
    "not_suspended": Phrase(
        "{norm} мерзімі тоқтатыла тұрмайды: бұйрық оған жол бермейді. «suspended» өрісін алып тастаңыз.",
        "Срок {norm} не приостанавливается: приказ этого не допускает. Уберите поле «suspended».",
        'The term of {norm} is never suspended: the order does not allow it. Remove "suspended".',
    ),
    "pause_ends_before_it_begins": Phrase(
        "Үзіліс басталғанға дейін аяқталады: {first} – {last}. Күндерді ауыстырыңыз.",
        "Перерыв кончается раньше, чем начинается: {first} – {last}. Поменяйте дни местами.",
        "A pause ends before it begins: {first} to {last}. Swap the days.",
    ),
    "not_extended": Phrase(
        "{norm} мерзімі ұзартылмайды: бұйрық оған жол бермейді. «extended_on» өрісін алып тастаңыз.",
        "Срок {norm} не продлевается: приказ этого не допускает. Уберите поле «extended_on».",
        'The term of {norm} is not extended: the order does not allow it. Remove "extended_on".',
    ),
    "not_extended_by_reading": Phrase(
        "{norm} мерзімі ұзартылмайды: кодекс бұйрықтан жоғары ({reading}). «extended_on» өрісін алып тастаңыз.",
        "Срок {norm} не продлевается: кодекс выше приказа ({reading}). Уберите поле «extended_on».",
        'The term of {norm} is not extended: the code stands above the order ({reading}). Remove "extended_on".',
    ),
    "extended_before_start": Phrase(
        "Ұзарту туралы шешім мерзім басталғанға дейін қабылданған ({start}). Күнді тексеріңіз.",
        "Решение о продлении раньше начала срока ({start}). Проверьте день.",
        "The decision to extend lies before the start of the term ({start}). Check the day.",
    ),
    "extended_after_end": Phrase(
        "Ұзарту туралы шешім мерзім аяқталғаннан кейін қабылданған ({end}): өткен мерзім ұзартылмайды.",
        "Решение о продлении позже конца срока ({end}): истекший срок не продлевается.",
        "The decision to extend lies after the end of the term ({end}): a term that has run out is not extended.",
    ),
    "no_reception": Phrase(
        "{given} жеке қабылдау өткізбейді ({norm}). Тізімдегі лауазымды адамды таңдаңыз.",
        "{given} не ведет личного приема ({norm}). Выберите должностное лицо из перечня.",
        "{given} holds no personal reception ({norm}). Choose an official of the list.",
    ),
}
