"""A paper to the applicant is in the state language or in that of the appeal, as an answer is (29I.85)."""

import pytest

from nadzor.appeals.models import PaperDraft
from nadzor.appeals.written import lacks_of_paper
from nadzor.law.o29.decisions import LANGUAGE_OF_ANSWERS
from tests.house import House

pytestmark = pytest.mark.django_db
# the language of the appeal, the paper, its language, whether it may go
PAPERS = [
    ("kk", "interim_reply", "kk", True),
    ("kk", "interim_reply", "ru", False),
    ("ru", "interim_reply", "kk", True),
    ("ru", "interim_reply", "ru", True),
    ("en", "interim_reply", "kk", True),
    ("en", "interim_reply", "ru", False),
    ("kk", "complaint_decision", "ru", False),
    ("ru", "complaint_decision", "ru", True),
    ("kk", "control_memo", "ru", True),  # it stays in the house
]


@pytest.mark.norm("29I.85")
@pytest.mark.parametrize(("appeal", "paper", "language", "may"), PAPERS)
def test_a_paper_speaks_to_its_applicant(house: House, appeal: str, paper: str, language: str, may: bool) -> None:
    number = house.register(language=appeal).number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    child = PaperDraft.objects.get(proceeding__number=house.draft(number, language="kk"))
    child.paper, child.contents = paper, {"language": language}
    assert (LANGUAGE_OF_ANSWERS in lacks_of_paper(child)) is not may
