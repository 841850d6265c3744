"""An answer is a paper like any other: one table has its number, day, signer, digest and code."""

import pytest

from nadzor.appeals.confirming import confirmed
from nadzor.appeals.drafts import last_answer
from nadzor.appeals.models import Dispatch, PaperDraft
from nadzor.casework import integrity
from nadzor.casework.files import path_of
from nadzor.casework.models import Entry, Proceeding
from nadzor.papers.issuing import papers_of, pdf_of, title_of
from nadzor.papers.models import IssuedPaper
from tests.house import House

pytestmark = pytest.mark.django_db
EXECUTOR, HEAD = "almaty.executor1", "almaty.head"


def answered(house: House) -> Proceeding:
    number = house.register().number
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk)
    house.answer(number)
    return Proceeding.objects.get(number=number)


def test_an_answer_stands_among_the_papers_of_its_case(house: House) -> None:
    case = answered(house)
    given = last_answer(case.pk)
    assert given is not None
    assert given.paper is not None
    paper = next(each for each in papers_of([case.pk]) if each.paper == "answer")
    assert paper == given.paper
    assert (paper.number, paper.language, title_of(paper).ru) == (case.number, "ru", "Решение (ответ)")
    assert (paper.signer_id, paper.power["point"]) == (house.people[HEAD].pk, "29I.88.5")
    assert pdf_of(paper).startswith(b"%PDF")
    entry = Entry.objects.get(proceeding=case, proceeding_version=paper.version)
    assert entry.data["papers"] == [
        {"paper": "answer", "number": case.number, "data_sha256": paper.data_sha256, "pdf_sha256": paper.sha256}
    ]
    told = confirmed(paper.code)
    assert told is not None
    assert (told.sha256, told.point, told.newer) == (paper.sha256, "29I.88.5", False)
    assert Dispatch.objects.get().paper == paper
    assert PaperDraft.objects.get().issued == paper
    assert not list(integrity.faults())


def test_the_same_words_set_the_same_file(house: House) -> None:
    """What is sealed is all that the paper shows, to the byte."""
    answered(house)
    paper = IssuedPaper.objects.get(paper="answer")
    signed = pdf_of(paper)
    paper.sha256 = ""  # as if nobody had signed it: it is set from its words
    assert pdf_of(paper) == signed


def test_a_file_that_is_not_the_signed_one_is_given_to_nobody(house: House) -> None:
    answered(house)
    paper = IssuedPaper.objects.get(paper="answer")
    path = path_of(paper.sha256)
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(OSError, match=paper.number):
        pdf_of(paper)
