"""Words of the law: the terms of point 2 of the Instruction, read apart from the code; the glossary; the scope."""

import re
from pathlib import Path

import pytest

from nadzor.law import lecture_words
from nadzor.law.definitions import Definition, by_key
from nadzor.law.directions import DIRECTIONS
from nadzor.law.facts import Authority
from nadzor.law.o29 import definitions, scope
from nadzor.law.o29.scope import Layer, Regime
from nadzor.law.posts import Body
from nadzor.law.words import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
ALL = by_key((*definitions.DEFINITIONS, *lecture_words.DEFINITIONS))

# Point 2 in its own sequence: the Russian term and words of its definition, copied from the order.
POINT_2 = [
    (1, "application", "заявление", ("участник", "других лиц")),
    (2, "applicant", "заявитель", ("подало обращение", "адресат акта")),
    (3, "administrative_act", "административный акт", ("в публично-правовых отношениях", "определённого круга лиц")),
    (4, "administrative_body", "административный орган", ("орган местного самоуправления", "иная организация")),
    (5, "gpo_unit", "структурное подразделение Генеральной прокуратуры", ("13 октября 2017 года № 563",)),
    (6, "primary", "первичное обращение", ("именно этот орган прокуратуры раньше не рассматривал",)),
    (7, "deputy_appeal", "обращение депутата (депутатское обращение)", ("не оформленное как депутатский запрос",)),
    (8, "interpellation", "депутатский запрос", ("совместном или раздельном заседании",)),
    (9, "appeal", "обращение", ("Заявление или жалоба", "устно", "видеоконференцсвязи", "видеообращением")),
    (10, "duplicate", "дубликат обращения", ("по тому же вопросу и в интересах того же лица",)),
    (11, "anonymous", "анонимное обращение", ("нельзя установить автора", "подписи", "почтового адреса")),
    (12, "repeated", "повторное обращение", ("не менее двух раз", "срок истёк", "другие недостатки")),
    (13, "petition", "ходатайство", ("протест", "условно-досрочном", "помиловании")),
    (14, "official", "должностное лицо", ("принимать административный акт", "совершать административное действие")),
    (15, "request", "запрос", ("личного или общественного",)),
    (16, "proposal", "предложение", ("улучшить законы",)),
    (17, "feedback", "отклик", ("внутренней и внешней политике",)),
    (18, "message", "сообщение", ("о нарушении законов", "со стопроцентным участием государства")),
    (19, "complaint", "жалоба", ("восстановить или защитить", "нарушенные административным актом")),
]
MINE = {1, 2, 3, 4, 5, 7, 8, 14}


def marked(number: int) -> list[pytest.MarkDecorator]:
    return [pytest.mark.norm(f"29I.2.{number}")] if number in MINE else []


@pytest.mark.parametrize(
    ("number", "key", "term", "said"),
    [pytest.param(*case, id=case[1], marks=marked(case[0])) for case in POINT_2],
)
def test_a_term_of_point_2(number: int, key: str, term: str, said: tuple[str, ...]) -> None:
    row = definitions.DEFINITIONS[number - 1]
    assert (row.key, row.term.ru, row.norm) == (key, term, f"29I.2.{number}")
    assert [words for words in said if words not in row.meaning.ru] == []


def test_every_word_is_whole_in_three_languages() -> None:
    for row in ALL.values():
        for text in (row.term, row.meaning):
            assert all(text.into(lang).strip() for lang in LANGUAGES), row.key
        assert len({row.meaning.into(lang) for lang in LANGUAGES}) == 3, row.key
        assert re.search(r"[әғқңөұүһі]", row.meaning.kk), row.key
        assert not re.search(r"[а-яё]", row.meaning.en, re.IGNORECASE), row.key


def glossary() -> dict[str, tuple[str, str]]:
    """Identifier → Russian and Kazakh term."""
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    found = re.findall(r"^\| ([^|]+) \| ([^|]*) \| [^|]+ \| `(\w+)` \|", text, re.M)
    return {key: (ru.strip(), kk.strip()) for ru, kk, key in found}


@pytest.mark.parametrize("row", ALL.values(), ids=lambda row: row.key)
def test_the_glossary_has_the_same_term_under_the_same_identifier(row: Definition) -> None:
    known = glossary()
    assert row.key in known
    russian, kazakh = known[row.key]
    assert russian.split(" (")[0].casefold() in row.term.ru.casefold() or row.term.ru.casefold() in russian.casefold()
    assert kazakh in {"", row.term.kk}


@pytest.mark.norm("29I.1")
def test_the_instruction_rests_on_these_acts_and_covers_every_kind_of_body() -> None:
    told = "; ".join(each.ru for each in scope.BASIS)
    for act in ("Конституция", "Конституционный закон «О прокуратуре»", "уголовно-процессуальный", "возврате"):
        assert act in told
    for act in ("уголовно-исполнительный", "гражданский процессуальный", "об административных правонарушениях"):
        assert act in told
    assert "административный процедурно-процессуальный" in told
    assert {Body.GPO, Body.OBLAST, Body.DISTRICT, Body.MILITARY, Body.TRANSPORT} <= scope.BODIES
    assert {
        Body.COMMITTEE,
        Body.ASSET_RECOVERY,
        Body.INSTITUTION,
        Body.ACADEMY,
    } <= scope.BODIES  # and not offices alone


@pytest.mark.norm("SYS.10", "SYS.81")
def test_the_constitution_stands_first_and_orders_last() -> None:
    assert [each.en.split(":")[0] for each in scope.BASIS] == [
        "Constitution",
        "Constitutional Law on the Prosecutor's Office",
        "codes",
        "Law on the Return to the State of Unlawfully Acquired Assets and other legislative acts",
        "international treaties ratified by the republic",
        "orders of the Prosecutor General",
    ]


OWN, TREATIES, APPK, ORDER, FIRST = (
    Layer.OWN_LAW,
    Layer.TREATIES,
    Layer.APPK,
    Layer.INSTRUCTION,
    Layer.INSTRUCTION_FIRST,
)


@pytest.mark.parametrize(
    ("regime", "layers", "cites"),
    [
        pytest.param(
            Regime.PROCEDURE,
            (OWN, TREATIES, APPK, ORDER),
            ("29I.6", "29I.21"),
            marks=pytest.mark.norm("29I.6", "29I.21"),
        ),
        # point 6 names neither of these two, point 21 holds for the whole chapter
        pytest.param(
            Regime.SEARCH, (OWN, TREATIES, APPK, ORDER), ("29I.21",), marks=pytest.mark.norm("29I.6", "29I.21")
        ),
        pytest.param(
            Regime.ASSETS, (FIRST, OWN, TREATIES, APPK), ("29I.21-1", "29I.21"), marks=pytest.mark.norm("29I.21-1")
        ),
    ],
)
def test_what_governs_where_another_law_sets_the_order(
    regime: Regime, layers: tuple[Layer, ...], cites: tuple[str, ...]
) -> None:
    assert scope.governed_by(regime) == (layers, cites)


def test_the_kinds_and_senders_that_the_instruction_covers() -> None:
    assert {str(kind) for kind in scope.COVERED} == {
        *("application", "complaint", "message", "proposal", "feedback", "request", "petition"),
        *("interpellation", "deputy_appeal"),
    }
    assert {Authority.PRESIDENTIAL_ADMINISTRATION, Authority.CENTRAL_BODY, Authority.PARTY} <= scope.COVERED_SENDERS


@pytest.mark.parametrize(
    ("code", "said"),
    [
        pytest.param(
            "D1", ("Правительства", "местного самоуправления", "организаций"), marks=pytest.mark.norm("SYS.87")
        ),
        pytest.param("D2", ("досудебного", "уголовно-процессуального"), marks=pytest.mark.norm("SYS.88")),
        pytest.param(
            "D3",
            ("оперативно-розыскной", "контрразведывательной", "негласных"),
            marks=pytest.mark.norm("SYS.89", "SYS.90"),
        ),
        pytest.param("D4", ("вступивших в силу", "уголовным", "гражданским"), marks=pytest.mark.norm("SYS.91")),
        pytest.param("D5", ("исполнительного производства",), marks=pytest.mark.norm("SYS.96")),
        pytest.param("D6", ("исполнения наказаний", "государственного принуждения"), marks=pytest.mark.norm("SYS.100")),
        pytest.param("D7", ("международных договоров",), marks=pytest.mark.norm("SYS.105")),
        pytest.param("D8", ("правовой статистике", "специальных учетах"), marks=pytest.mark.norm("SYS.109")),
    ],
)
def test_a_direction_of_supervision(code: str, said: tuple[str, ...]) -> None:
    row = next(each for each in DIRECTIONS if each.code == code)
    assert [words for words in said if words not in row.what.ru] == []
    assert len({row.what.into(lang) for lang in LANGUAGES}) == 3


@pytest.mark.parametrize(
    ("key", "said"),
    [
        pytest.param("prosecution_service", ("ни к одной ветви", "только"), marks=pytest.mark.norm("SYS.4", "SYS.5")),
        pytest.param("functions", ("высший надзор", "в суде", "преследование"), marks=pytest.mark.norm("SYS.11")),
        pytest.param("main_task", ("Обнаружить", "невиновных"), marks=pytest.mark.norm("SYS.9")),
        pytest.param("prosecutor", ("Должностное лицо", "права и свободы"), marks=pytest.mark.norm("SYS.80")),
        pytest.param("special_service", ("отличаются от других видов",), marks=pytest.mark.norm("SYS.69")),
        pytest.param("specialised", ("только в своей сфере", "не подменяет"), marks=pytest.mark.norm("SYS.66")),
    ],
)  # fmt: skip
def test_a_word_of_the_lecture(key: str, said: tuple[str, ...]) -> None:
    assert [words for words in said if words not in ALL[key].meaning.ru] == []
