"""Regimes: what another law governs, what this Instruction with its particularities, and their own terms where known.

Source: points 10, 11, 13-20, 21-1; what the other laws leave open goes by treaties, APPK and the Instruction (29I.21).
The order refers to those laws and gives none of their terms: the terms kept here are those of the national system.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from nadzor.law import events
from nadzor.law.facts import Kind
from nadzor.law.terms import Term, Unit, table, working_days
from nadzor.law.words import Phrase


class Governed(StrEnum):
    """A field or an author whose appeals another law governs: points 10, 11, 13-20, 21-1."""

    CRIMINAL = "criminal"
    OPERATIONAL = "operational"
    COURT_CRIMINAL = "court_criminal"
    COURT_PAROLE = "court_parole"
    COURT_CIVIL = "court_civil"
    COURT_OFFENCE = "court_offence"
    COURT_ADMINISTRATIVE = "court_administrative"
    DETAINED = "detained"
    REHABILITATION = "rehabilitation"
    PUBLIC_SERVICES = "public_services"
    PROCUREMENT = "procurement"
    TAX = "tax"
    STATE_SECRETS = "state_secrets"
    MEDIA = "media"
    ADVOCATE = "advocate"
    ASSETS = "assets"


class Regime(StrEnum):
    """The order in which a submission is considered."""

    SIMPLIFIED = "simplified"
    ADMINISTRATIVE = "administrative"
    COMPLAINT = "complaint"
    SUPERVISION = "supervision"
    PARLIAMENT = "parliament"
    OUTSIDE = "outside"
    PARTICULAR = "particular"  # this Instruction, with what another law makes particular


_NOTHING = Phrase("", "", "")


@dataclass(frozen=True, slots=True)
class Told:
    """The regime, the law that governs it in words, the points, and whether an administrative procedure is opened.

    `not_here`: what this system does not carry out of it, said to whoever considers the appeal.
    """

    regime: Regime
    by: Phrase
    cites: tuple[str, ...]
    opens_procedure: bool
    not_here: Phrase = _NOTHING


SECRETS_NOT_HERE = Phrase(
    "Мемлекеттік құпиялары бар қағаз бұл жүйеге енгізілмейді. Оны тіркемей, мәтінін көшірмей, құпия іс жүргізу "
    "бөліміне қолма-қол тапсырыңыз.",
    "Бумагу со сведениями, составляющими государственные секреты, в эту систему не вносят. Не регистрируя и не "
    "переписывая текст, передайте её из рук в руки в секретное делопроизводство.",
    "A paper with state secrets is not entered into this system. Without registering it or copying its text, hand it "
    "over in person to the secret record-keeping.",
)
"""Said at the door (29I.18): what to do with a paper that may not be here."""
_SECRET_MARK = re.compile(
    r"\W*(особой\s+важности|сов(ершенно|\.)?\s*секретно|секретно|аса\s+маңызды|өте\s+құпия|құпия)\b.{0,20}",
    re.IGNORECASE,
)
_HEAD_LINES = 5


def is_marked_secret(text: str) -> bool:
    """Whether a paper bears a mark of secrecy: a line of its own among the first lines of its text."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return any(_SECRET_MARK.fullmatch(line) for line in lines[:_HEAD_LINES])


def _outside(  # noqa: PLR0913, PLR0917  # the words of a row
    norm: str, kk: str, ru: str, en: str, not_here: Phrase, regime: Regime = Regime.OUTSIDE
) -> Told:
    return Told(regime, Phrase(kk, ru, en), (norm,), opens_procedure=False, not_here=not_here)


_PROTEST = Phrase(
    "наразылық келтіру сот ісін жүргізу бағдарламаларында жасалады",
    "принесение протеста ведётся в программах судопроизводства",
    "the protest itself is brought in the programs of court proceedings",
)


def court(kk: str, ru: str, en: str) -> Told:
    """Return the regime of a protest on a court act of a kind of case (29I.11)."""
    return _outside(
        "29I.11",
        f"сот актісіне наразылық: {kk}",
        f"протест на судебный акт: {ru}",
        f"a protest against a court act: {en}",
        _PROTEST,
    )


GOVERNED: Mapping[Governed, Told] = {
    Governed.CRIMINAL: _outside(
        "29I.10.1",
        "қылмыс туралы хабар немесе қылмыстық іс жүргізуге шағым: ҚПК",
        "о преступлении или жалоба на ведущих уголовное дело: УПК",
        "of a crime, or a complaint against those who conduct a criminal case: UPK",
        Phrase(
            "СДТБТ мен АЕК-ке тіркеу, ҚПК мерзімдері мен шешімдері мұнда жүргізілмейді",
            "регистрация в ЕРДР и КУИ, сроки и решения по УПК ведутся не здесь",
            "entries in ERDR and the Book of information records, terms and decisions by UPK are not kept here",
        ),
    ),
    Governed.OPERATIONAL: _outside(
        "29I.10.2",
        "жедел-іздестіру және қарсы барлау қызметі туралы заңнама",
        "законодательство об оперативно-розыскной и контрразведывательной деятельности",
        "the law on operational-search and counter-intelligence activity",
        Phrase(
            "тексеру де, оның материалдары да мұнда жүргізілмейді: іс жабық оқушыларға беріледі",
            "ни проверка, ни её материалы здесь не ведутся: обращение закрывают для названных читателей",
            "neither the check nor its materials are kept here: the appeal is sealed for named readers",
        ),
    ),
    Governed.COURT_CRIMINAL: court("қылмыстық іс, ҚПК", "уголовное дело, УПК", "a criminal case, UPK"),
    Governed.COURT_PAROLE: court(
        "шартты түрде мерзімінен бұрын босату, ҚАК",
        "условно-досрочное освобождение, УИК",
        "parole, UIK",
    ),
    Governed.COURT_CIVIL: court("азаматтық іс, АПК", "гражданское дело, ГПК", "a civil case, GPK"),
    Governed.COURT_OFFENCE: court(
        "әкімшілік құқық бұзушылық туралы іс, ӘҚБтК",
        "дело об административном правонарушении, КоАП",
        "an administrative-offence case, KoAP",
    ),
    Governed.COURT_ADMINISTRATIVE: court(
        "әкімшілік іс, ӘРПК", "административное дело, АППК", "an administrative case, APPK"
    ),
    Governed.DETAINED: _outside(
        "29I.13",
        "ұсталған, қамауда отырған немесе жазасын өтеп жүрген адам: ҚПК, ҚАК",
        "лицо задержано, под стражей или отбывает наказание: УПК, УИК",
        "the author is detained, in custody or serves a sentence: UPK, UIK",
        Phrase(
            "мекеме әкімшілігі арқылы берілу тәртібі мен ондағы мерзімдер мұнда есептелмейді",
            "порядок подачи через администрацию учреждения и его сроки здесь не считаются",
            "how it is filed through the institution, and the terms of that, are not reckoned here",
        ),
    ),
    Governed.REHABILITATION: _outside(
        "29I.14",
        "жаппай саяси қуғын-сүргіндер құрбандарын ақтау туралы заң",
        "закон о реабилитации жертв массовых политических репрессий",
        "the law on the rehabilitation of victims of mass political repression",
        Phrase(
            "ақтау туралы қорытынды мен анықтама беру мұнда жүргізілмейді",
            "заключение о реабилитации и выдача справки здесь не ведутся",
            "the conclusion on rehabilitation and its certificate are not made here",
        ),
    ),
    Governed.PUBLIC_SERVICES: _outside(
        "29I.15",
        "мемлекеттік көрсетілетін қызметтер туралы заң және ӘРПК",
        "закон о государственных услугах и АППК",
        "the law on public services and APPK",
        Phrase(
            "қызметтің өзін көрсету және оның стандарты мұнда жүргізілмейді",
            "само оказание услуги и её стандарт здесь не ведутся",
            "the service itself and its standard are not kept here",
        ),
    ),
    Governed.PROCUREMENT: _outside(
        "29I.16",
        "осы Нұсқаулық, мемлекеттік сатып алу заңнамасының ерекшеліктерімен",
        "эта Инструкция с особенностями законодательства о государственных закупках",
        "this Instruction, with the particularities of the law on public procurement",
        Phrase(
            "сатып алу порталындағы шағым мен рәсімді тоқтата тұру мұнда жүргізілмейді",
            "жалоба на портале закупок и приостановление закупки здесь не ведутся",
            "the complaint on the procurement portal and the stay of a purchase are not kept here",
        ),
        Regime.PARTICULAR,
    ),
    Governed.TAX: _outside(
        "29I.17",
        "осы Нұсқаулық, салық және кеден заңнамасының ерекшеліктерімен",
        "эта Инструкция с особенностями налогового и таможенного законодательства",
        "this Instruction, with the particularities of tax and customs law",
        Phrase(
            "тексеру актісіне апелляция мен салықты есептеу мұнда жүргізілмейді",
            "апелляция на акт проверки и начисление налога здесь не ведутся",
            "the appeal against the act of an audit and the assessment of tax are not kept here",
        ),
        Regime.PARTICULAR,
    ),
    Governed.STATE_SECRETS: _outside(
        "29I.18",
        "мемлекеттік құпиялар туралы заңнама",
        "законодательство о государственных секретах",
        "the law on state secrets",
        SECRETS_NOT_HERE,
    ),
    Governed.MEDIA: _outside(
        "29I.19",
        "бұқаралық ақпарат құралы: масс-медиа туралы заңнама",
        "средство массовой информации: законодательство о масс-медиа",
        "a mass medium: the law on the media",
        Phrase(
            "аккредиттеу мен ақпаратты жариялау мұнда жүргізілмейді",
            "аккредитация и публикация сведений здесь не ведутся",
            "accreditation and publication are not kept here",
        ),
    ),
    Governed.ADVOCATE: _outside(
        "29I.20",
        "адвокат немесе заң консультанты: адвокаттық қызмет және заң көмегі туралы заңнама",
        "адвокат или юридический консультант: законодательство об адвокатской деятельности и юридической помощи",
        "an advocate or legal consultant: the law on advocacy and legal aid",
        Phrase(
            "қорғаушының іс бойынша өтінішхаты іс жүргізу кодексімен қаралады, мұнда емес",
            "ходатайство защитника по делу рассматривают по процессуальному кодексу, не здесь",
            "a motion of counsel in a case goes by the procedural code, not here",
        ),
    ),
    Governed.ASSETS: _outside(
        "29I.21-1",
        "осы Нұсқаулық, активтерді қайтару туралы заңның ерекшеліктерімен",
        "эта Инструкция с особенностями закона о возврате активов",
        "this Instruction, with the particularities of the law on the return of assets",
        Phrase(
            "активтерді іздеу, тізілім және талап қою мұнда жүргізілмейді",
            "розыск активов, реестр и иск здесь не ведутся",
            "the search for assets, the register and the suit are not kept here",
        ),
        Regime.PARTICULAR,
    ),
}
"""Fields and authors that another law governs: points 10, 11, 13-20, 21-1."""


@dataclass(frozen=True, slots=True)
class Known:
    """A term of another law, as the national system counts it (R67). An official may set another day by that law.

    `kinds`: of which kinds; a kind that is not decided yet counts too.
    """

    term: Term
    kinds: frozenset[Kind]

    @property
    def norm(self) -> str:
        """The point of the Instruction that refers to that law."""
        return self.term.norm


def _working(norm: str, amount: int, kind: Kind) -> Known:
    return Known(working_days(norm, amount, events.REGISTRATION, "29I.21", readings=("R1", "R67")), frozenset({kind}))


OWN_TERMS: Mapping[Governed, Known] = {
    Governed.REHABILITATION: Known(
        Term(
            *("29I.14", 90, Unit.CALENDAR_DAYS, events.REGISTRATION),
            rolls=True,
            rolls_by=("29I.68.2",),
            readings=("R1", "R3", "R67"),
        ),
        frozenset({Kind.APPLICATION}),
    ),
    Governed.PUBLIC_SERVICES: _working("29I.15", 5, Kind.COMPLAINT),
    Governed.TAX: _working("29I.17", 30, Kind.COMPLAINT),
    Governed.MEDIA: _working("29I.19", 7, Kind.REQUEST),
    Governed.ADVOCATE: _working("29I.20", 10, Kind.REQUEST),
}
"""Terms of the laws that points 14, 15, 17, 19, 20 name: as E-Otinish counted them in 2022-2023, unconfirmed (R67)."""
TERMS_OF_OTHER_LAWS: dict[str, Term] = table(*(known.term for known in OWN_TERMS.values()))


def own_term(governed: str | None, kind: str | None) -> Known | None:
    """Return the term that another law gives an appeal; none where the term of its kind stands (29I.21)."""
    known = OWN_TERMS.get(Governed(governed)) if governed else None
    return known if known is not None and (kind or "") in {"", *known.kinds} else None
