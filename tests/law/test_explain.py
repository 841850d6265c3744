"""Reckonings told in Kazakh, Russian and English: whole sentences, approved by eye."""

import datetime as dt

import pytest

from nadzor.law.explain import explain
from nadzor.law.tables import TERMS
from nadzor.law.terms import reckon
from nadzor.law.words import LANGUAGES, Lang, day_text, days_text, plural, with_ending

DAY = dt.date.fromisoformat


def told(norm: str, start: str, lang: Lang, **asked: object) -> str:
    moment = dt.datetime.fromisoformat(start) if "T" in start else DAY(start)
    return explain(reckon(TERMS[norm], moment, **asked), lang)  # type: ignore[arg-type]


SENTENCES = [
    (
        *("29I.50", "2026-03-05", "ru"),
        "15 рабочих дней (п. 50 Инструкции № 29); событие: регистрация, 5 марта 2026 г.; не считались: 7–9, 14–15, "
        "21–25, 28–29 марта 2026 г.; последний день: 1 апреля 2026 г.; редакция с 31 января 2023 г.; примененные "
        "толкования: R1.",
    ),
    (
        *("29I.50", "2026-03-05", "kk"),
        "15 жұмыс күні (№ 29 нұсқаулықтың 50-тармағы); оқиға: тіркеу, 2026 жылғы 5 наурыз; есептелмеген күндер: 2026 "
        "жылғы наурыз: 7–9, 14–15, 21–25, 28–29; соңғы күн: 2026 жылғы 1 сәуір; редакция: 2023 жылғы 31 қаңтар; "
        "қолданылған түсіндірмелер: R1.",
    ),
    (
        *("29I.50", "2026-03-05", "en"),
        "15 working days (point 50 of Instruction No. 29); event: registration, 5 March 2026; not counted: 7–9, 14–15, "
        "21–25, 28–29 March 2026; last day: 1 April 2026; edition since 31 January 2023; readings applied: R1.",
    ),
    (
        *("29I.31.1", "2024-02-01", "ru"),
        "3 рабочих дня (п. 31 Инструкции № 29); событие: поступление, 1 февраля 2024 г.; не считались: 3–4 февраля "
        "2024 г.; последний день: 6 февраля 2024 г.; редакция с 21 января 2024 г.",
    ),
    (
        *("29R.18", "2026-05-14", "ru"),
        "за 5 рабочих дней до события (п. 18 Правил № 29); событие: прием, 14 мая 2026 г.; не считались: 7, 9–11 мая "
        "2026 г.; последний день, когда действие своевременно: 5 мая 2026 г.; редакция с 31 января 2023 г.; "
        "примененные толкования: R31.",
    ),
    (
        *("29I.71.1", "2026-02-01", "en"),
        "3 months (point 71 of Instruction No. 29); event: the day on which the person learnt of the decision or "
        "action, 1 February 2026; not counted: 1–3 May 2026; the end fell on a non-working day (1 May 2026) and moves "
        "to the next working day; last day: 4 May 2026; edition since 31 January 2023; readings applied: R3.",
    ),
    (
        *("60I.26.7", "2009-05-07T22:15:00+06:00", "ru"),
        "24 часа (п. 26 Инструкции № 60); событие: поступление запроса о согласовании, 7 мая 2009 г., 22:15:00 +0600; "
        "последний момент: 8 мая 2009 г., 22:15:00 +0600; редакция с 20 июля 2008 г.; примененные толкования: R18.",
    ),
    (
        *("29I.63.2", "2026-03-05", "kk"),
        "дереу, сол күні (№ 29 нұсқаулықтың 63-тармағы); оқиға: бұзушылықтың анықталуы, 2026 жылғы 5 наурыз; соңғы "
        "күн: 2026 жылғы 5 наурыз; редакция: 2023 жылғы 31 қаңтар.",
    ),
    (
        *("29I.50", "2027-03-01", "en"),
        "15 working days (point 50 of Instruction No. 29); event: registration, 1 March 2027; not counted: 6–8, 13–15, "
        "20–24, 27–28 March 2027; last day: 29 March 2027; edition since 31 January 2023; readings applied: R1; the "
        "calendar of 2027 is provisional, the day may change.",
    ),
    (
        "SYS.58",
        "2026-03-05",
        "en",
        "5 years (point 58 of the lecture); event: appointment, 5 March 2026; last day: 5 March 2031.",
    ),
]


@pytest.mark.parametrize(("norm", "start", "lang", "sentence"), SENTENCES, ids=[f"{r[0]} {r[2]}" for r in SENTENCES])
def test_the_whole_sentence(norm: str, start: str, lang: Lang, sentence: str) -> None:
    assert told(norm, start, lang) == sentence


def test_pauses_and_extension_are_told() -> None:
    asked = {"suspended": [(DAY("2022-03-10"), DAY("2022-03-19"))], "extended_on": DAY("2022-04-01")}
    assert told("102I.16.1", "2022-03-01", "ru", **asked) == (
        "30 календарных дней (п. 16 Инструкции № 102); событие: начало проверки, 1 марта 2022 г.; день события "
        "считается первым; срок был приостановлен: 10–19 марта 2022 г.; "
        "продление решением от 1 апреля 2022 г. "
        "(п. 16 Инструкции № 102); конец первого срока: 9 апреля 2022 г.; крайний день: 9 мая 2022 г.; "
        "редакция с 26 июля 2021 г.; "
        "примененные толкования: R3, R19."
    )


@pytest.mark.parametrize("norm", sorted(TERMS))
def test_every_term_has_a_sentence_in_every_language(norm: str) -> None:
    start = {"29I": "2026-03-05", "29R": "2026-03-05", "102I": "2022-03-03", "102R": "2022-03-03"}.get(
        norm.partition(".")[0], "2009-03-05"
    )
    hours = TERMS[norm].unit == "hours"
    sentences = {lang: told(norm, f"{start}T10:00:00+06:00" if hours else start, lang) for lang in LANGUAGES}
    assert len(set(sentences.values())) == 3
    assert all("{" not in text and text.endswith(".") and ".." not in text for text in sentences.values())


@pytest.mark.parametrize(
    ("count", "ru", "en"),
    [
        (1, "1 рабочий день", "1 working day"),
        (2, "2 рабочих дня", "2 working days"),
        (5, "5 рабочих дней", "5 working days"),
        (11, "11 рабочих дней", "11 working days"),
        (14, "14 рабочих дней", "14 working days"),
        (21, "21 рабочий день", "21 working days"),
        (22, "22 рабочих дня", "22 working days"),
        (111, "111 рабочих дней", "111 working days"),
    ],
)
def test_numbers_with_nouns(count: int, ru: str, en: str) -> None:
    assert plural(count, "ru", ("рабочий день", "рабочих дня", "рабочих дней")) == ru
    assert plural(count, "en", ("working day", "working days")) == en
    assert plural(count, "kk", ("жұмыс күні",)) == f"{count} жұмыс күні"


def test_days_across_months_and_years() -> None:
    days = [DAY(d) for d in ("2025-12-27", "2025-12-28", "2025-12-31", "2026-01-01", "2026-01-02", "2026-02-08")]
    assert days_text(days, "ru") == "27–28, 31 декабря 2025 г.; 1–2 января, 8 февраля 2026 г."
    assert days_text(days, "en") == "27–28, 31 December 2025; 1–2 January, 8 February 2026"
    assert days_text(days, "kk") == "2025 жылғы желтоқсан: 27–28, 31; 2026 жылғы қаңтар: 1–2, ақпан: 8"
    assert days_text([], "ru") == ""
    assert [day_text(DAY("2026-03-05"), lang) for lang in LANGUAGES] == [
        "2026 жылғы 5 наурыз",
        "5 марта 2026 г.",
        "5 March 2026",
    ]


@pytest.mark.parametrize(
    ("day", "ending", "expected"),
    [
        ("2026 жылғы 1 сәуір", "де", "2026 жылғы 1 сәуірде"),
        ("2026 жылғы 1 сәуір", "дегі", "2026 жылғы 1 сәуірдегі"),
        ("2026 жылғы 5 наурыз", "де", "2026 жылғы 5 наурызда"),
        ("2026 жылғы 5 наурыз", "ге", "2026 жылғы 5 наурызға"),
        ("2026 жылғы 5 шілде", "дегі", "2026 жылғы 5 шілдедегі"),
        ("2026 жылғы 5 қыркүйек", "де", "2026 жылғы 5 қыркүйекте"),
        ("2026 жылғы 5 қыркүйек", "ге", "2026 жылғы 5 қыркүйекке"),
        ("2026 жылғы 5 қыркүйек", "дегі", "2026 жылғы 5 қыркүйектегі"),
        ("2026 жылғы 5 желтоқсан", "дегі", "2026 жылғы 5 желтоқсандағы"),
        ("", "де", ""),
    ],
)
def test_a_kazakh_day_takes_its_ending(day: str, ending: str, expected: str) -> None:
    assert with_ending(day, ending) == expected
