"""What is asked where a participant wants to see the file, and where it is shown (29I.78; APPK 75)."""

import datetime as dt
from typing import Annotated

from pydantic import Field

from nadzor.appeals.hearing.forms import HOUR, HOUR_HINT, OneHour
from nadzor.casework.forms import Asked, Form, Text
from nadzor.law.words import Phrase

_LINES = Phrase("Әр жолға біреу.", "По одному в строке.", "One a line.")


class AskAccess(Form):
    """What the participant wants to see, and when the request came."""

    words: Annotated[
        Text,
        Asked(
            Phrase("Не көргісі келеді", "Что хочет посмотреть", "What is to be seen"),
            Phrase("Бос болса: істі толық.", "Если пусто: всё дело.", "Empty: the whole file."),
            widget="text",
        ),
        Field(max_length=5000),
    ] = ""
    came_on: Annotated[
        dt.date | None,
        Asked(
            Phrase("Өтініш түскен күн", "Когда поступила просьба", "When the request came"),
            Phrase("Бос болса: бүгін.", "Если пусто: сегодня.", "Empty: today."),
            widget="day",
        ),
    ] = None


class AskAccessOwn(Form):
    """What the participant wants to see, as the page of the public asks."""

    words: Annotated[
        Text,
        Asked(
            Phrase("Не көргіңіз келеді", "Что вы хотите посмотреть", "What you want to see"),
            Phrase("Бос болса: істі толық.", "Если пусто: всё дело.", "Empty: the whole file."),
            widget="text",
        ),
        Field(max_length=5000),
    ] = ""


class Asks(Form):
    """A request that is entered."""

    words: str
    came_on: dt.date


class Appoint(Form):
    """When and where the file is shown."""

    on: Annotated[dt.date, Asked(Phrase("Күні", "День", "Day"), widget="day")]
    hour: Annotated[OneHour, Asked(HOUR, HOUR_HINT)]
    place: Annotated[Text, Asked(Phrase("Орны", "Место", "Place")), Field(min_length=1, max_length=300)]


class GiveAccess(Form):
    """Who saw which documents, which copies he was given, what was kept back (29I.78)."""

    person: Annotated[
        Text, Asked(Phrase("Танысқан адам", "Ознакомлен", "Who saw it")), Field(min_length=1, max_length=300)
    ]
    shown: Annotated[
        Text,
        Asked(Phrase("Көрсетілген құжаттар", "Предъявленные документы", "Documents shown"), _LINES, widget="text"),
        Field(min_length=1, max_length=20_000),
    ]
    copies: Annotated[
        Text,
        Asked(Phrase("Берілген көшірмелер", "Выданные копии", "Copies given"), _LINES, widget="text"),
        Field(max_length=20_000),
    ] = ""
    kept_back: Annotated[
        Text,
        Asked(
            Phrase("Не көрсетілмеді және неге", "Что не показано и почему", "What was not shown, and why"),
            Phrase(
                "Мемлекеттік және заңмен қорғалатын өзге де құпиялар ғана.",
                "Только государственные секреты и иная охраняемая законом тайна.",
                "State secrets and other secrets protected by law alone.",
            ),
            widget="text",
        ),
        Field(max_length=5000),
    ] = ""
