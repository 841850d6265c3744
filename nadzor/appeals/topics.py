"""What an appeal is about: the closed list by which offices count them.

No order lays down a list of topics, so this one is ours, drawn from what the orders name: the directions of
supervision (SYS.86), the matters with rules of their own (29I.13-17), those whom the memo lets a prosecutor help, the
spheres of general supervision (102R, 60I). An appeal has one topic or none yet; a list that grows keeps its old names.
"""

from enum import StrEnum
from typing import Annotated

from nadzor.casework.forms import Asked, title
from nadzor.law.words import Phrase


class Topic(StrEnum):
    """The topics, in the order in which they are offered."""

    PRE_TRIAL = "pre_trial"
    COURT_ACTS = "court_acts"
    ENFORCEMENT = "enforcement"
    PUNISHMENT = "punishment"
    MINORS = "minors"
    LABOUR = "labour"
    LAND = "land"
    BUSINESS = "business"
    PROCUREMENT = "procurement"
    TAXES = "taxes"
    SERVICES = "services"
    TRANSPORT = "transport"
    RECORDS = "records"
    REHABILITATION = "rehabilitation"
    OTHER = "other"


TOPIC_TITLES: dict[str, Phrase] = {
    Topic.PRE_TRIAL: Phrase(
        "сотқа дейінгі тергеп-тексеру, жедел-іздестіру",
        "досудебное расследование, оперативно-розыскная деятельность",
        "pre-trial investigation, operative search",
    ),
    Topic.COURT_ACTS: Phrase(
        "заңды күшіне енген сот актілері", "вступившие в силу судебные акты", "court acts in force"
    ),
    Topic.ENFORCEMENT: Phrase("атқарушылық іс жүргізу", "исполнительное производство", "enforcement proceedings"),
    Topic.PUNISHMENT: Phrase(
        "жазаны орындау, қамауда ұстау",
        "исполнение наказаний, содержание под стражей",
        "execution of punishment, custody",
    ),
    Topic.MINORS: Phrase("кәмелетке толмағандардың құқықтары", "права несовершеннолетних", "rights of minors"),
    Topic.LABOUR: Phrase(
        "еңбек, зейнетақы, әлеуметтік қорғау", "труд, пенсии, социальная защита", "labour, pensions, social protection"
    ),
    Topic.LAND: Phrase("жер, жер қойнауы, экология", "земля, недра, экология", "land, subsoil, environment"),
    Topic.BUSINESS: Phrase("кәсіпкерлерді қорғау", "защита предпринимателей", "protection of business"),
    Topic.PROCUREMENT: Phrase(
        "мемлекеттік сатып алу, бюджет", "государственные закупки, бюджет", "state procurement, budget"
    ),
    Topic.TAXES: Phrase("салық және кеден", "налоги и таможня", "taxes and customs"),
    Topic.SERVICES: Phrase("мемлекеттік қызметтер", "государственные услуги", "state services"),
    Topic.TRANSPORT: Phrase("көлік", "транспорт", "transport"),
    Topic.RECORDS: Phrase(
        "құқықтық статистика, арнайы есептер", "правовая статистика, специальные учёты", "legal statistics, records"
    ),
    Topic.REHABILITATION: Phrase(
        "қуғын-сүргін құрбандарын ақтау", "реабилитация жертв репрессий", "rehabilitation of victims of repression"
    ),
    Topic.OTHER: Phrase("басқа", "другое", "other"),
}
title(TOPIC_TITLES)

TOPIC = Phrase("Тақырыбы", "Тематика", "Topic")
TOPIC_HINT = Phrase(
    "Статистика үшін. Белгісіз болса, бос қалдырыңыз: оны кейін, қарауға бергенде таңдауға болады.",
    "Для статистики. Если неясно, оставьте пустым: её можно выбрать при передаче на рассмотрение.",
    "For the statistics. If it is not clear, leave it empty: it can be chosen when the appeal is passed on.",
)
AskedTopic = Annotated[
    Topic | None, Asked(TOPIC, TOPIC_HINT, widget="choice", choices=tuple((str(k), v) for k, v in TOPIC_TITLES.items()))
]
