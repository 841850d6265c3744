"""Letters of made-up people for a demo: who registered them, how long ago, who considers them."""

import datetime as dt
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that arrived `ago`; with an executor it has been passed on by the leader."""

    ago: dt.timedelta
    data: dict[str, Any]
    registrar: str = "almaty.registrar"
    leader: str = "almaty.deputy"
    executor: str | None = None


def _person(surname: str, name: str, patronymic: str, iin: str, address: str) -> dict[str, Any]:
    return {
        "type": "person",
        "surname": surname,
        "name": name,
        "patronymic": patronymic,
        "iin": iin,
        "postal_address": address,
    }


def _letter(channel: str, kind: str | None, applicant: dict[str, Any], text: str, **more: str) -> dict[str, Any]:
    said = {"channel": channel, "language": "ru", "addressed_to": "750000-oblast", "applicant": applicant, "text": text}
    return {**said, **more} if kind is None else {**said, "kind": kind, **more}


LETTERS = (
    Letter(
        dt.timedelta(days=20),
        _letter(
            "paper",
            "complaint",
            _person("Примерова", "Айгуль", "Сериковна", "960101400109", "г. Алматы, ул. Примерная, 1"),
            "Работодатель четвёртый месяц не выплачивает зарплату, инспекция труда не ответила на две жалобы.",
            demands="Проверить бездействие инспекции и обязать рассмотреть жалобы.",
        ),
        executor="almaty.executor1",
    ),
    Letter(
        dt.timedelta(days=6),
        _letter(
            "portal",
            "application",
            _person("Үлгіұлы", "Дәурен", "", "850505300506", "Алматы қ., Үлгі көшесі, 5"),
            "Ауламызда рұқсатсыз құрылыс жүріп жатыр, әкімдік өтінішімізге жауап бермеді.",
            language="kk",
            demands="Құрылыстың заңдылығын тексеруді сұраймын.",
        ),
        executor="almaty.executor1",
    ),
    Letter(
        dt.timedelta(days=3),
        _letter(
            "call_centre",
            None,
            {"type": "person", "surname": "Пробный", "name": "Иван"},
            "Во дворе третий месяц не горит свет, на звонки в управляющую компанию никто не отвечает.",
        ),
    ),
    Letter(
        dt.timedelta(hours=5),
        _letter(
            "email",
            "message",
            {"type": "anonymous"},
            "На рынке у вокзала с торговцев каждый день берут деньги без квитанций.",
        ),
    ),
    Letter(
        dt.timedelta(hours=2),
        _letter(
            "reception",
            "application",
            {"type": "organisation", "name": "ТОО «Образец»", "bin": "010140000006"},
            "Управление сельского хозяйства отказало в субсидии без указания причины.",
            demands="Дать оценку законности отказа.",
        ),
    ),
    Letter(
        dt.timedelta(hours=1),
        _letter(
            "paper",
            "complaint",
            _person("Демонстрациева", "Мадина", "", "", "г. Алматы, Алмалинский район, ул. Учебная, 7"),
            "Участковый отказался принять заявление о краже велосипеда.",
        )
        | {"addressed_to": "751110-district"},
        registrar="almaly.registrar",
    ),
)
