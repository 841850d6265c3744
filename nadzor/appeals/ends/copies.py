"""The copy of the answer that goes with the covering letter of a duplicate. Source: 29I.35.2."""

from collections.abc import Collection

from nadzor.appeals.models import AnswerGiven, Appeal
from nadzor.papers.models import IssuedPaper

COVERING = "duplicate_answer"


def copies_with(letters: Collection[IssuedPaper]) -> dict[int, IssuedPaper]:
    """Return the answer that goes with each letter on a duplicate, by the id of the letter: the last one before it.

    An answer of earlier records, which is no paper of the house, lies among the files of the case alone.
    """
    asked = [each for each in letters if each.paper == COVERING]
    if not asked:
        return {}
    main = dict(Appeal.objects.filter(pk__in=[each.proceeding_id for each in asked]).values_list("pk", "duplicate_of"))
    rows = AnswerGiven.objects.filter(appeal__in={pk for pk in main.values() if pk}, paper__isnull=False)
    given = [(row.appeal_id, row.paper) for row in rows.select_related("paper__file").order_by("-version")]
    found: dict[int, IssuedPaper] = {}
    for letter in asked:
        of = main.get(letter.proceeding_id)
        before = (paper for appeal, paper in given if appeal == of and paper and paper.made_at <= letter.made_at)
        answer = next(before, None)
        if answer is not None:
            found[letter.pk] = answer
    return found
