"""How an answer is contested, as the portal tells it and as the answer itself says it (29I.71.1)."""

import datetime as dt

import pytest

from nadzor.appeals.complaint import complaint_told, contest_told
from nadzor.law.words import Lang, Phrase

BODY = Phrase("Алматы қаласының прокуратурасы", "прокуратура города Алматы", "Almaty city office")
SENT: dict[Lang, str] = {
    "kk": "Жауап жолданды: 2026 жылғы 5 наурыз. Онымен келіспесеңіз, ",
    "ru": "Ответ отправлен: 5 марта 2026 г. Если вы не согласны, ",
    "en": "The answer was sent: 5 March 2026. If you disagree, ",
}


@pytest.mark.parametrize("lang", SENT)
def test_the_portal_tells_the_day_and_then_what_the_answer_says(lang: Lang) -> None:
    told, said = complaint_told(dt.date(2026, 3, 5), BODY).into(lang), contest_told(BODY).into(lang)
    assert told.startswith(SENT[lang])
    assert told.endswith(said)
    assert BODY.into(lang) in said
    assert not any(each.isdigit() for each in said), "nobody knows the day while the answer is drafted"
