"""The eight main directions of supervision: what is supervised and what governs it. Source: the lecture (no law).

Which units carry a direction is data of the organs (`nadzor/organs/seeds/units.toml`). The powers of each direction are
steps of the rooms that carry them out; here stands what the direction is.
"""

from dataclasses import dataclass

from nadzor.law.words import Phrase


@dataclass(frozen=True, slots=True)
class Supervision:
    """A direction: what is supervised, and the acts (or persons) that the text lists for it."""

    code: str
    what: Phrase
    cites: tuple[str, ...]


DIRECTIONS: tuple[Supervision, ...] = (
    Supervision(
        "D1",
        Phrase(
            "Үкіметтің, басқа мемлекеттік органдардың, жергілікті өкілді және атқарушы органдардың, жергілікті "
            "өзін-өзі басқару органдарының, олардың лауазымды адамдарының және өзге ұйымдардың актілері мен "
            "шешімдерінің Конституцияға, заңдарға және Президент актілеріне сәйкестігін қадағалау",
            "Надзор за соответствием Конституции, законам и актам Президента актов и решений Правительства, иных "
            "государственных органов, местных представительных и исполнительных органов, органов местного "
            "самоуправления, их должностных лиц и иных организаций",
            "Supervision over the conformity with the Constitution, laws and acts of the President of the acts and "
            "decisions of the Government, other state bodies, local representative and executive bodies, bodies of "
            "local self-government, their officials and other organisations",
        ),
        ("SYS.87",),
    ),
    Supervision(
        "D2",
        Phrase(
            "Сотқа дейінгі тергеп-тексерудің заңдылығын қылмыстық-процестік заңнамадағы өкілеттіктер бойынша қадағалау",
            "Надзор за законностью досудебного расследования по полномочиям уголовно-процессуального законодательства",
            "Supervision over legality in pre-trial investigation, by the powers of criminal procedure legislation",
        ),
        ("SYS.88",),
    ),
    Supervision(
        "D3",
        Phrase(
            "Жедел-іздестіру, қарсы барлау қызметінің және жасырын тергеу әрекеттерінің заңдылығын қадағалау: "
            "қылмыстық-процестік заңнама, осы қызмет туралы заңдар, Бас Прокурордың актілері, онымен келісілген және "
            "бірлескен актілер бойынша",
            "Надзор за законностью оперативно-розыскной, контрразведывательной деятельности и негласных следственных "
            "действий: по уголовно-процессуальному законодательству, законам об этой деятельности, актам Генерального "
            "Прокурора, согласованным и совместным с ним актам",
            "Supervision over legality in operative-search work, counter-intelligence and covert investigative "
            "actions: by criminal procedure legislation, the laws on this work, acts of the Prosecutor General, acts "
            "agreed with the Prosecutor General and joint ones",
        ),
        ("SYS.89", "SYS.90"),
    ),
    Supervision(
        "D4",
        Phrase(
            "Қылмыстық, азаматтық және әкімшілік құқық бұзушылық туралы істер бойынша заңды күшіне енген сот "
            "актілерінің заңдылығын қадағалау",
            "Надзор за законностью вступивших в силу судебных актов по уголовным, гражданским делам и делам об "
            "административных правонарушениях",
            "Supervision over the legality of court acts in force in criminal, civil and administrative offence cases",
        ),
        ("SYS.91",),
    ),
    Supervision(
        "D5",
        Phrase(
            "Атқарушылық іс жүргізудің заңдылығын қадағалау",
            "Надзор за законностью исполнительного производства",
            "Supervision over the legality of enforcement proceedings",
        ),
        ("SYS.96",),
    ),
    Supervision(
        "D6",
        Phrase(
            "Жазалардың орындалуының және мемлекеттік мәжбүрлеудің өзге шараларын қолданудың заңдылығын қадағалау",
            "Надзор за законностью исполнения наказаний и применения иных мер государственного принуждения",
            "Supervision over the legality of executing punishment and using other means of state compulsion",
        ),
        ("SYS.100",),
    ),
    Supervision(
        "D7",
        Phrase(
            "Республиканың халықаралық шарттарының сақталуын қадағалау",
            "Надзор за соблюдением международных договоров республики",
            "Supervision over the observance of the republic's international treaties",
        ),
        ("SYS.105",),
    ),
    Supervision(
        "D8",
        Phrase(
            "Мемлекеттік құқықтық статистика және арнайы есепке алу саласындағы заңдылықты олар туралы Заң бойынша "
            "қадағалау",
            "Надзор за законностью в государственной правовой статистике и специальных учетах: по Закону о них",
            "Supervision over legality in state legal statistics and special records, by the Law on them",
        ),
        ("SYS.109",),
    ),
)
