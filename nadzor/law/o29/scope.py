"""What the Instruction rests on, what it covers and what governs where it or another law is silent. Readings: none.

Sources: 29I.1 (basis and offices), 29I.3 (submissions), 29I.5 and 29I.6 (matters of other laws and their gaps),
29I.9 (complaints), 29I.21 (gaps of chapter 1), 29I.21-1 (return of assets).
"""

from enum import StrEnum

from nadzor.law.facts import CENTRAL_SENDERS, Authority, Kind
from nadzor.law.posts import Body
from nadzor.law.words import Phrase

# 29I.1: offices, agencies, institutions and the education organisation: every kind of body of the system.
BODIES: frozenset[Body] = frozenset(Body)
BASIS_CITES = ("29I.1",)
ORDER_OF_SOURCES = ("SYS.10", "SYS.81")  # the sequence below
# The higher first, as the lecture orders them; the codes in the order of point 1.
BASIS: tuple[Phrase, ...] = (
    Phrase("Конституция", "Конституция", "Constitution"),
    Phrase(
        "«Прокуратура туралы» Конституциялық заң",
        "Конституционный закон «О прокуратуре»",
        "Constitutional Law on the Prosecutor's Office",
    ),
    Phrase(
        "кодекстер: қылмыстық-процестік, қылмыстық-атқару, азаматтық процестік, әкімшілік құқық бұзушылық туралы, "
        "әкімшілік рәсімдік-процестік",
        "кодексы: уголовно-процессуальный, уголовно-исполнительный, гражданский процессуальный, об административных "
        "правонарушениях, административный процедурно-процессуальный",
        "codes: criminal procedural, penal-executive, civil procedural, of administrative offences, administrative "
        "procedural and process-related",
    ),
    Phrase(
        "«Заңсыз иемденілген активтерді мемлекетке қайтару туралы» Заң және басқа заңнамалық актілер",
        "Закон «О возврате государству незаконно приобретённых активов» и другие законодательные акты",
        "Law on the Return to the State of Unlawfully Acquired Assets and other legislative acts",
    ),
    Phrase(
        "Республика ратификациялаған халықаралық шарттар",
        "международные договоры, ратифицированные республикой",
        "international treaties ratified by the republic",
    ),
    Phrase("Бас Прокурордың бұйрықтары", "приказы Генерального Прокурора", "orders of the Prosecutor General"),
)

# 29I.3: every kind of submission, whoever sent it.
COVERED: frozenset[Kind] = frozenset(Kind)
COVERED_SENDERS: frozenset[Authority] = frozenset({*CENTRAL_SENDERS, Authority.PARTY, Authority.PARTY_LEADER})
COVERS_CITES = ("29I.3",)
COVERS = Phrase(
    "Нұсқаулық жолданымдардың, хабарлардың, ұсыныстардың, үн қосулар мен сұрау салулардың бәріне қолданылады. Оны кім "
    "жібергені маңызды емес: азамат, Президент Әкімшілігі, әкімшілік орган, саяси партия немесе басқа ұйым. Ол "
    "депутаттық сауалдар мен депутаттардың жолданымдарына да қолданылады.",
    "Инструкция действует для всех обращений, сообщений, предложений, откликов и запросов, кто бы их ни прислал: "
    "гражданин, Администрация Президента, административный орган, политическая партия или другая организация. А также "
    "для депутатских запросов и обращений депутатов.",
    "The Instruction covers all appeals, messages, proposals, feedback and requests, whoever sent them: a citizen, the "
    "Presidential Administration, an administrative body, a political party or another organisation; and also "
    "deputies' interpellations and appeals.",
)


class Regime(StrEnum):
    """Matters whose handling another law sets (29I.5)."""

    PROCEDURE = "procedure"  # criminal and civil procedure, serving a sentence, administrative offences
    SEARCH = "search"  # operational-search activity, counter-intelligence
    ASSETS = "assets"  # return of unlawfully acquired assets


class Layer(StrEnum):
    """What governs a submission of a regime, the first first."""

    OWN_LAW = "own_law"
    TREATIES = "treaties"
    APPK = "appk"
    INSTRUCTION = "instruction"
    INSTRUCTION_FIRST = "instruction_first"  # the Instruction itself, with what the other law makes particular


# 29I.21: what the acts of chapter 1 leave open: ratified treaties, APPK, the Instruction.
GAPS: tuple[Layer, ...] = (Layer.TREATIES, Layer.APPK, Layer.INSTRUCTION)
GAPS_CITES = ("29I.21",)
# 29I.6 names neither counter-intelligence nor operational-search activity: there the Instruction fills no gap by it.
FILLED_BY_INSTRUCTION = frozenset({Regime.PROCEDURE, Regime.ASSETS})
FILLED_CITES = ("29I.6",)
ASSETS_CITES = ("29I.21-1",)
COMPLAINT_LIMITS_CITES = ("29I.9",)


def governed_by(regime: Regime) -> tuple[tuple[Layer, ...], tuple[str, ...]]:
    """Return what governs a submission of a regime, in order, and the points that say so.

    29I.21-1 puts submissions on the return of assets under the Instruction, with what the asset recovery law makes
    particular; 29I.5 takes them out of the procedures of APPK and out of the test of article 24, so that APPK comes
    in only where everything else is silent (29I.21).
    """
    if regime is Regime.ASSETS:
        return (Layer.INSTRUCTION_FIRST, Layer.OWN_LAW, Layer.TREATIES, Layer.APPK), (*ASSETS_CITES, *GAPS_CITES)
    cites = (*FILLED_CITES, *GAPS_CITES) if regime in FILLED_BY_INSTRUCTION else GAPS_CITES
    return (Layer.OWN_LAW, *GAPS), cites
