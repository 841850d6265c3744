"""A small house for tests: the seeded structure with the people of the demo, and shorthands to act in it."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from nadzor.appeals.drafting_forms import Vouching
from nadzor.appeals.drafts import digest_of
from nadzor.appeals.models import PaperDraft
from nadzor.casework.act import Act
from nadzor.casework.models import Proceeding
from nadzor.casework.perform import Done, perform
from nadzor.casework.procedure import PROCEDURES
from nadzor.law.o29.bans import QUESTIONS
from nadzor.organs.actor import Actor, actor_of
from nadzor.organs.laying import lay_demo, lay_structure
from nadzor.organs.models import Person

TODAY = dt.date(2026, 3, 5)  # a Thursday
MORNING = dt.datetime(2026, 3, 5, 10, 0, tzinfo=dt.timezone(dt.timedelta(hours=5)))
LETTER: dict[str, Any] = {
    "channel": "paper",
    "received_at": "2026-03-05T09:14:00+05:00",
    "language": "ru",
    "kind": "message",
    "addressed_to": "750000-oblast",
    "applicant": {
        "type": "person",
        "iin": "960101500101",
        "surname": "Пробная",
        "name": "Заявительница",
        "postal_address": "улица Примерная, 1",
    },
    "text": "Во дворе третий месяц не горит свет, на заявления никто не отвечает.",
    "demands": "Проверить и обязать починить.",
}


DRAFT: dict[str, Any] = {
    "outcome": "answer",
    "language": "ru",
    "arguments": [
        {
            "argument": "Во дворе третий месяц не горит свет.",
            "finding": "confirmed",
            "facts": "Осмотр 10 марта: из шести светильников горит один.",
        }
    ],
    "text": "Обращение проверено, доводы подтвердились. Свет починен, виновные предупреждены.",
    "norms": "Закон «О прокуратуре», статья 24",
    "contest": "Ответ можно обжаловать вышестоящему прокурору в течение трёх месяцев.",
}


TERMINATION: dict[str, Any] = {
    "language": "ru",
    "ground": "court",
    "reasons": "Спор решён судом, решение вступило в силу.",
    "norms": "АППК, статья 70, часть 1",
}


VOUCHED = list(QUESTIONS)
"""Every question of point 61, confirmed."""
KAZAKH: dict[str, str] = {
    "text": "Жолданым тексерілді, уәждер расталды. Жарық жөнделді, кінәлілерге ескерту жасалды.",
    "contest": "Жауапқа үш ай ішінде жоғары тұрған прокурорға шағымдануға болады.",
}


@contextmanager
def papers_may_change() -> Iterator[None]:
    """Take away the guard of issued papers for what a test does behind the house's back."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what was left for later is asked now: the table is altered
        cursor.execute("ALTER TABLE papers_issuedpaper DISABLE TRIGGER paper_stands")
        yield
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE papers_issuedpaper ENABLE TRIGGER paper_stands")


class House:
    """People of the demo by login."""

    def __init__(self) -> None:
        lay_structure()
        self.people: dict[str, Person] = dict(lay_demo())

    def actor(self, login: str, day: dt.date = TODAY) -> Actor:
        return actor_of(self.people[login], day)

    def register(self, login: str = "almaty.registrar", **changes: Any) -> Done:
        key = changes.pop("key", None)
        return perform(Act("appeal", "register", self.actor(login), {**LETTER, **changes}, key=key))

    def step(self, login: str, step: str, number: str, *, procedure: str = "appeal", **data: Any) -> Done:
        """Make a step; one that signs, with the password given again; what point 61 asks is confirmed."""
        actor = self.actor(login)
        found = PROCEDURES[procedure].step_of.get(step)
        signs = found is not None and found.signs
        if found is not None and issubclass(found.needs, Vouching):
            data = {"vouched": VOUCHED, **data}
        return perform(Act(procedure, step, actor.again() if signs else actor, data, on=(number,)))

    def author(self, number: str) -> str:
        """The login of the executor."""
        executor = Proceeding.objects.get(number=number).executor_id
        return next(login for login, person in self.people.items() if person.pk == executor)

    def draft(self, number: str, author: str = "", **changes: Any) -> str:
        """Draft the answer; return the number of the draft."""
        said = KAZAKH if changes.get("language") == "kk" else {}
        self.step(author or self.author(number), "draft_answer", number, **{**DRAFT, **said, **changes})
        row = PaperDraft.objects.filter(proceeding__parent__number=number).latest("pk")
        return str(row.proceeding.number)

    def to_sign(self, draft: str, author: str = "", signatory: str = "almaty.head") -> Done:
        to = self.people[signatory].pk
        return self.step(author or self.author(draft), "send_to_sign", draft, procedure="answer_draft", signatory=to)

    def sign(self, number: str, signatory: str = "almaty.head", *, password: bool = True) -> Done:
        """Sign the draft that waits, having read it."""
        row = PaperDraft.objects.filter(proceeding__parent__number=number, proceeding__open=True).get()
        actor = self.actor(signatory).again() if password else self.actor(signatory)
        said = {"seen": digest_of(row.contents), "vouched": VOUCHED}
        return perform(Act("appeal", "answer", actor, said, on=(number,)))

    def termination(self, number: str, author: str, signatory: str = "almaty.head", **changes: Any) -> PaperDraft:
        """Write the decision to terminate and send it for signing."""
        self.step(author, "write_termination_decision", number, **{**TERMINATION, **changes})
        row = PaperDraft.objects.filter(proceeding__parent__number=number, paper="termination_decision").latest("pk")
        to = {"signatory": self.people[signatory].pk}
        self.step(author, "send_to_sign", row.proceeding.number, procedure="termination_decision", **to)
        return row

    def terminate(self, draft: PaperDraft, signatory: str = "almaty.head", **said: Any) -> Done:
        """Sign the decision to terminate that waits, having read it."""
        appeal = Proceeding.objects.get(pk=draft.proceeding.parent_id)
        read = {"draft": draft.proceeding.number, "seen": digest_of(draft.contents)}
        return self.step(signatory, "terminate", appeal.number, **{**read, **said})

    def answer(self, number: str, author: str = "", signatory: str = "almaty.head", **changes: Any) -> Done:
        """Draft unless there is a draft, send for signing, sign; sent by post where it does not go by the portal."""
        row = Proceeding.objects.filter(parent__number=number, procedure="answer_draft", open=True).first()
        draft = row.number if row is not None else self.draft(number, author, **changes)
        if row is None or row.state != "to_sign":
            self.to_sign(draft, author, signatory)
        done = self.sign(number, signatory)
        if done.answers[0]["state"] == "signed":
            done = self.step(author or self.author(number), "dispatch", number, way="post")
        return done
