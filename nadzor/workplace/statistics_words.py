"""Words of the statistics: the figures with what each counts, the parts, the findings of the charts."""

from nadzor.appeals.forms import KIND_TITLES, OUTCOME_TITLES
from nadzor.appeals.senders import CHANNEL_TITLES
from nadzor.appeals.statistics import Figure, Part
from nadzor.appeals.topics import TOPIC_TITLES
from nadzor.law.words import LANGUAGES, Lang, Phrase
from nadzor.organs.directory import directory

TITLE = Phrase("Статистика", "Статистика", "Statistics")
FIGURE_TITLES: dict[Figure, Phrase] = {
    Figure.CARRIED: Phrase("Басындағы қалдық", "Остаток на начало", "Carried over"),
    Figure.RECEIVED: Phrase("Келіп түсті", "Поступило", "Received"),
    Figure.RESUMED: Phrase("Қайта ашылды", "Возобновлено", "Taken up again"),
    Figure.ANSWERED: Phrase("Жауап берілді", "Дан ответ", "Answered"),
    Figure.FORWARDED: Phrase("Құзыреті бойынша жіберілді", "Направлено по компетенции", "Forwarded"),
    Figure.RETURNED: Phrase("Қайтарылды", "Возвращено", "Returned"),
    Figure.OTHERWISE: Phrase("Өзгеше аяқталды", "Завершено иначе", "Ended otherwise"),
    Figure.OPEN: Phrase("Соңындағы қалдық", "Остаток на конец", "Open at the end"),
    Figure.LATE: Phrase("Мерзімінен кеш жауап", "Ответ позже срока", "Answered late"),
    Figure.OVERDUE: Phrase("Қалдықта мерзімі өткені", "Просрочено в остатке", "Overdue at the end"),
}
FIGURE_MEANS: dict[Figure, Phrase] = {
    Figure.CARRIED: Phrase(
        "кезең басталардан бұрынғы күннің соңында қаралуда болғаны",
        "были на рассмотрении в конце дня перед периодом",
        "under consideration at the end of the day before the period",
    ),
    Figure.RECEIVED: Phrase(
        "кезең ішінде тіркелгені, тіркеуі кейін жойылғанын қоса",
        "зарегистрированы в периоде, включая аннулированные позже",
        "registered in the period, those annulled later too",
    ),
    Figure.RESUMED: Phrase(
        "бұрын аяқталып, кезең ішінде қайта қарауға алынғаны",
        "были завершены раньше, в периоде снова приняты к рассмотрению",
        "ended before, taken up again in the period",
    ),
    Figure.ANSWERED: Phrase(
        "кезең соңында жауабы жолданғаны, қайта ашылмағаны",
        "к концу периода ответ отправлен, дело не возобновлено",
        "the answer was sent by the end of the period and the matter not taken up again",
    ),
    Figure.FORWARDED: Phrase(
        "басқа прокуратураға немесе органға жіберілгені; қабылдаған прокуратура оны өзінде де санайды",
        "направлены в другую прокуратуру или орган; принявшая прокуратура считает их и у себя",
        "sent to another office or body; the office that receives one counts it too",
    ),
    Figure.RETURNED: Phrase(
        "кемшілігі жойылмай, өтініш берушіге қайтарылғаны",
        "возвращены заявителю, так как недостатки не устранены",
        "returned to the applicant because it was not mended",
    ),
    Figure.OTHERWISE: Phrase(
        "басқаша аяқталғаны, мысалы тіркеуі жойылғаны",
        "завершены иным путём, например регистрация аннулирована",
        "ended in another way, such as an annulled registration",
    ),
    Figure.OPEN: Phrase(
        "кезең соңында әлі қаралуда болғаны",
        "в конце периода ещё на рассмотрении",
        "still under consideration at the end of the period",
    ),
    Figure.LATE: Phrase(
        "жауап берілгендердің ішінде жауабы соңғы күннен кейін жолданғаны",
        "из тех, кому дан ответ: отправлен после последнего дня срока",
        "of the answered: the answer was sent after the last day of the term",
    ),
    Figure.OVERDUE: Phrase(
        "соңындағы қалдықтың ішінде соңғы күні кезеңнің соңғы күнінен бұрын өткені",
        "из остатка на конец: последний день срока наступил раньше последнего дня периода",
        "of the open: the last day of the term lies before the last day of the period",
    ),
}
PART_TITLES: dict[Part, Phrase] = {
    Part.KIND: Phrase("Түрі", "Вид", "Kind"),
    Part.CHANNEL: Phrase("Арнасы", "Канал", "Channel"),
    Part.TOPIC: Phrase("Тақырыбы", "Тематика", "Topic"),
    Part.OUTCOME: Phrase("Шешім", "Решение", "Decision"),
    Part.UNIT: Phrase("Бөлімше", "Подразделение", "Unit"),
    Part.CAME_IN: Phrase("Айы", "Месяц", "Month"),
    Part.ENDED_IN: Phrase("Айы", "Месяц", "Month"),
    Part.OFFICE: Phrase("Прокуратура", "Прокуратура", "Office"),
}
CAPTIONS: dict[Part, Phrase] = {
    Part.KIND: Phrase("Жолданымның түрі бойынша", "По видам обращений", "By kind"),
    Part.CHANNEL: Phrase("Келіп түсу арнасы бойынша", "По каналам поступления", "By channel"),
    Part.TOPIC: Phrase("Тақырыбы бойынша", "По тематике", "By topic"),
    Part.OUTCOME: Phrase("Шешім бойынша", "По принятым решениям", "By decision"),
    Part.UNIT: Phrase("Бөлімшелер бойынша", "По подразделениям", "By unit"),
    Part.CAME_IN: Phrase("Айлар бойынша", "По месяцам", "By month"),
    Part.OFFICE: Phrase("Прокуратуралар бойынша", "По прокуратурам", "By office"),
}
WHOLE = Phrase("Жалпы көрсеткіштер", "Общие показатели", "All together")
FIGURE = Phrase("Көрсеткіш", "Показатель", "Figure")
COUNT = Phrase("Саны", "Число", "Number")
MEANS = Phrase("Не саналады", "Что считается", "What is counted")
AS_OF = Phrase("{at} жағдайы бойынша", "По состоянию на {at}", "As of {at}")
PRINTED_BY = Phrase("Басып шығарған: {who}", "Напечатано: {who}", "Printed by: {who}")
PERIOD = Phrase("Кезең: {since} – {until}", "Период: {since} – {until}", "Period: {since} – {until}")
ALL_SEEN = Phrase("Маған көрінетін барлығы", "Всё, что мне видно", "All that I see")
GREW = Phrase(
    "Қалдық көбейді: басында {a}, соңында {b}",
    "Остаток вырос: был {a}, стал {b}",
    "More are open: {a} at first, {b} at the end",
)
FELL = Phrase(
    "Қалдық азайды: басында {a}, соңында {b}",
    "Остаток уменьшился: был {a}, стал {b}",
    "Fewer are open: {a} at first, {b} at the end",
)
STAYED = Phrase("Қалдық өзгерген жоқ: {a}", "Остаток не изменился: {a}", "As many are open as before: {a}")
MONTHS_SAID = Phrase(
    "Айлар бойынша: келіп түскені {received}, жауап берілгені {answered}. Ең көп келіп түскен ай: {most} ({n}).",
    "По месяцам: поступило {received}, дан ответ {answered}. Больше всего поступило: {most} ({n}).",
    "By month: received {received}, answered {answered}. Most came in {most} ({n}).",
)
MOST_OFTEN = Phrase(
    "Ең жиі: {what}, {n} / {all}", "Чаще всего: {what}, {n} из {all}", "Most often: {what}, {n} of {all}"
)
TOPICS_SAID = Phrase(
    "Келіп түскендер тақырып бойынша, ең көбінен бастап: {list}.",
    "Поступившие по тематике, начиная с самой частой: {list}.",
    "Received by topic, the most frequent first: {list}.",
)
_UNDECIDED = Phrase("анықталмаған", "не определено", "not decided")
_MONTH_NAMES: dict[Lang, tuple[str, ...]] = {
    "kk": (
        *("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым"),
        *("шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"),
    ),
    "ru": (
        *("январь", "февраль", "март", "апрель", "май", "июнь"),
        *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_KNOWN: dict[Part, dict[str, Phrase]] = {
    Part.KIND: KIND_TITLES,
    Part.CHANNEL: CHANNEL_TITLES,
    Part.TOPIC: TOPIC_TITLES,
    Part.OUTCOME: OUTCOME_TITLES,
}


def month_title(month: str) -> Phrase:
    """The title of a month ("2026-03"): "2026 жылғы наурыз", "март 2026", "March 2026"."""
    year, _, number = month.partition("-")
    kk, ru, en = (_MONTH_NAMES[lang][int(number) - 1] for lang in LANGUAGES)
    return Phrase(f"{year} жылғы {kk}", f"{ru} {year}", f"{en} {year}")


def value_title(part: Part, value: str) -> Phrase:
    """The title of a value of a part; one that no list knows any more stands as it is."""
    if not value:
        return _UNDECIDED
    if part is Part.UNIT:
        unit = directory().units.get(int(value)) if value.isdecimal() else None
        return unit.name if unit is not None else Phrase(value, value, value)
    if part in {Part.CAME_IN, Part.ENDED_IN}:
        return month_title(value)
    return _KNOWN[part].get(value, Phrase(value, value, value))


def in_order(part: Part, values: list[str]) -> list[str]:
    """Values as a table shows them: as their list has them, months and codes by their order, undecided last."""
    known = list(_KNOWN.get(part, ()))
    return sorted(values, key=lambda value: (not value, known.index(value) if value in known else len(known), value))


def filled(said: Phrase, **values: object) -> Phrase:
    """A sentence with its values; those in three languages each in their own."""
    told = []
    for lang in LANGUAGES:
        here = {name: each.into(lang) if isinstance(each, Phrase) else each for name, each in values.items()}
        told.append(said.into(lang).format(**here))
    return Phrase(*told)
