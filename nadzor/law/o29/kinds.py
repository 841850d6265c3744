"""What each kind of submission is, and the order it is considered in: points 2, 7-11, 36 of the Instruction.

The definitions are in our own words, faithful to the point beside them; pages show both.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from nadzor.law.facts import Kind
from nadzor.law.o29.regimes import GOVERNED, Governed, Regime, Told, court
from nadzor.law.words import Phrase


@dataclass(frozen=True, slots=True)
class Definition:
    """What a word of the order means, and the point that says so."""

    norm: str
    text: Phrase


DEFINITIONS: Mapping[Kind, Definition] = {
    Kind.APPLICATION: Definition(
        "29I.2.1",
        Phrase(
            "өз немесе басқа адамдардың құқықтарын, бостандықтарын және заңды мүдделерін іске асыруға жәрдем сұрайды",
            "просит помочь осуществить свои или чужие права, свободы и законные интересы",
            "asks for help in exercising one’s own or other people’s rights, freedoms and lawful interests",
        ),
    ),
    Kind.COMPLAINT: Definition(
        "29I.2.19",
        Phrase(
            "әкімшілік акт, әрекет немесе әрекетсіздік бұзған өз немесе басқа адамдардың құқықтарын қалпына келтіруді "
            "не қорғауды талап етеді",
            "требует восстановить или защитить свои или чужие права, которые нарушены административным актом, "
            "действием или бездействием",
            "demands that one’s own or other people’s rights, broken by an administrative act, action or inaction, be "
            "restored or protected",
        ),
    ),
    Kind.MESSAGE: Definition(
        "29I.2.18",
        Phrase(
            "заңның бұзылғаны не мемлекеттік органдардың, жергілікті өзін-өзі басқару органдарының, толық мемлекеттік "
            "ұйымдардың және олардың лауазымды адамдарының жұмысындағы кемшілік туралы хабарлайды",
            "сообщает о нарушении закона либо о недостатках в работе государственных органов, местного самоуправления, "
            "полностью государственных организаций и их должностных лиц",
            "tells of a breach of the law, or of faults in the work of state bodies, local self-government, wholly "
            "state-owned entities and their officials",
        ),
    ),
    Kind.PROPOSAL: Definition(
        "29I.2.16",
        Phrase(
            "заңдарды, мемлекеттік органдардың жұмысын немесе қоғам өмірінің қандай да бір саласын жақсартуды ұсынады",
            "советует, как улучшить законы, работу государственных органов или какую-либо сферу жизни общества",
            "recommends how to improve laws, the work of state bodies or a sphere of public life",
        ),
    ),
    Kind.FEEDBACK: Definition(
        "29I.2.17",
        Phrase(
            "мемлекеттің ішкі және сыртқы саясатына немесе қоғамдық оқиғаларға өз көзқарасын білдіреді",
            "выражает отношение к внутренней и внешней политике государства или к событиям общественной жизни",
            "says what one thinks of the state’s domestic and foreign policy or of public events",
        ),
    ),
    Kind.REQUEST: Definition(
        "29I.2.15",
        Phrase(
            "жеке немесе қоғамдық мәселе бойынша ақпарат беруді сұрайды",
            "просит предоставить информацию по личному или общественному вопросу",
            "asks for information on a question of personal or public interest",
        ),
    ),
    Kind.PETITION: Definition(
        "29I.2.13",
        Phrase(
            "қылмыстық, азаматтық не әкімшілік құқық бұзушылық туралы іске қатысқан адам немесе сотталған адам күшіне "
            "енген сот актісіне наразылық келтіруді, шартты түрде мерзімінен бұрын босату не кешірім туралы сұрайды",
            "участник уголовного, гражданского дела или дела об административном правонарушении либо осуждённый просит "
            "принести протест на вступивший в силу судебный акт, об условно-досрочном освобождении или помиловании",
            "somebody who took part in a criminal, civil or administrative-offence case, or a convict, asks for a "
            "protest against a court act in force, or about parole or pardon",
        ),
    ),
    Kind.INTERPELLATION: Definition(
        "29I.2.8",
        Phrase(
            "Парламент палаталарының отырысында депутат ресми жариялаған талап: сессияда дәлелді түсініктеме беру "
            "немесе ұстанымды баяндау",
            "требование депутата, официально оглашённое на заседании палат Парламента: дать на сессии обоснованное "
            "разъяснение или изложить позицию",
            "a deputy’s demand, officially voiced at a sitting of Parliament, to explain with reasons or to state a "
            "position at the session",
        ),
    ),
    Kind.DEPUTY_APPEAL: Definition(
        "29I.2.7",
        Phrase(
            "сауал түрінде ресімделмеген хат: депутат немесе палатаның лауазымды адамы азаматтың жолданымын қарауды "
            "не ақпарат беруді сұрайды",
            "письмо, не оформленное запросом: депутат или должностное лицо палаты просит рассмотреть обращение "
            "заявителя или дать информацию",
            "a letter that is no interpellation: a deputy or an officer of a chamber asks to consider an applicant’s "
            "appeal or to supply information",
        ),
    ),
}
"""Kinds of submissions: points 2.1, 2.7, 2.8, 2.13, 2.15-2.19."""


_SIMPLIFIED = Told(
    Regime.SIMPLIFIED,
    Phrase(
        "оңайлатылған әкімшілік рәсім (ӘРПК, 12-тараудың ерекшеліктерімен 3-бөлім)",
        "упрощённая административная процедура (АППК, раздел 3 с особенностями главы 12)",
        "the simplified administrative procedure (APPK, section 3 with the particularities of chapter 12)",
    ),
    ("29I.7", "29I.56.1"),
    opens_procedure=False,
)
_APPLICATION = Told(
    Regime.ADMINISTRATIVE,
    Phrase(
        "әкімшілік рәсім (ӘРПК, 9-тарау)",
        "административная процедура (АППК, глава 9)",
        "the administrative procedure (APPK, chapter 9)",
    ),
    ("29I.8", "29I.36"),
    opens_procedure=True,
)
_COMPLAINT = Told(
    Regime.COMPLAINT,
    Phrase(
        "прокуратураның актісіне немесе әрекетіне шағым: әкімшілік рәсім",
        "жалоба на акт или действие прокуратуры: административная процедура",
        "a complaint against an act or action of a prosecutor’s office: the administrative procedure",
    ),
    ("29I.36", "29I.9"),
    opens_procedure=True,
)
_SUPERVISION = Told(
    Regime.SUPERVISION,
    Phrase(
        "прокуратураға емес, басқаға шағым: Конституциялық заңның 24 және 25-баптарының шегінде",
        "жалоба не на прокуратуру: на основаниях и в пределах статей 24 и 25 Конституционного закона",
        "a complaint not against a prosecutor’s office: within articles 24 and 25 of the Constitutional Law",
    ),
    ("29I.9", "29I.36"),
    opens_procedure=False,
)
_INTERPELLATION = Told(
    Regime.PARLIAMENT,
    Phrase(
        "депутаттық сауал: келіп түскен күннен бастап бір ай",
        "депутатский запрос: месяц со дня поступления",
        "a deputy’s interpellation: a month from its arrival",
    ),
    ("29I.12.1",),
    opens_procedure=False,
)


_ANY_COURT = court(
    "істің түріне қарай ҚПК, ҚАК, АПК, ӘҚБтК, ӘРПК",
    "УПК, УИК, ГПК, КоАП, АППК по виду дела",
    "UPK, UIK, GPK, KoAP or APPK by the kind of the case",
)
_SIMPLE = (Kind.MESSAGE, Kind.PROPOSAL, Kind.FEEDBACK, Kind.REQUEST)


def regime(kind: Kind, *, governed: Governed | None = None, against_prosecutors: bool = False) -> Told | None:
    """Return the order in which a submission of a kind is considered; none where no point says it by kind.

    `against_prosecutors`: the act or action complained of is that of a prosecutor's office. A deputy's appeal has no
    order of its own: it asks to consider somebody's appeal, which has. Source: 29I.7-12, 29I.36.
    """
    if governed is not None and kind is not Kind.INTERPELLATION:
        return GOVERNED[governed]
    if kind in _SIMPLE:
        return _SIMPLIFIED
    if kind is Kind.COMPLAINT:
        return _COMPLAINT if against_prosecutors else _SUPERVISION
    return {Kind.APPLICATION: _APPLICATION, Kind.PETITION: _ANY_COURT, Kind.INTERPELLATION: _INTERPELLATION}.get(kind)


__all__ = ["DEFINITIONS", "GOVERNED", "Definition", "Governed", "Regime", "Told", "regime"]
