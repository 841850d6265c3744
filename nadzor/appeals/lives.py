"""The scenarios of appeals: where the files lie, who plays in them, how an answer comes about, what papers are kept."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction

from nadzor import clock
from nadzor.appeals.complaint import contest_told
from nadzor.appeals.drafting_forms import Vouching
from nadzor.appeals.drafts import DRAFT, TO_SIGN, digest_of
from nadzor.appeals.keeping_lives import KEEPING_WAYS
from nadzor.appeals.models import Appeal, OralProtocol, PaperDraft
from nadzor.appeals.own_letters import space_of
from nadzor.appeals.paper_models import Slip
from nadzor.appeals.slips import said_by
from nadzor.appeals.written import WRITTEN
from nadzor.appeals.written_steps import to_send
from nadzor.casework import outbox
from nadzor.casework.act import Act
from nadzor.casework.delivery import Delivery, Outcome
from nadzor.casework.files import path_of, store
from nadzor.casework.loading import case_of
from nadzor.casework.models import Notice, Proceeding, StoredFile
from nadzor.casework.perform import Done, perform
from nadzor.casework.playing import Player
from nadzor.casework.procedure import PROCEDURES
from nadzor.casework.scenarios import Event, Place, Scenario, read_all, read_company
from nadzor.casework.sealing import canonical
from nadzor.law.o29.bans import QUESTIONS
from nadzor.law.o29.decisions import Finding
from nadzor.law.words import LANGUAGES, Lang, Phrase
from nadzor.organs.actor import Actor, actor_of
from nadzor.papers.models import IssuedPaper

FOLDER = Path(__file__).parent / "scenarios"
_UNREAD = "0" * 64  # the digest of what nobody has read: there is no draft to read
_FACTS = Phrase(
    "Тексеру материалдары зерделенді, орындаушы орнында қарап шықты.",
    "Изучены материалы проверки, исполнитель осмотрел всё на месте.",
    "The materials were studied, the executor looked at everything on the spot.",
)
_NORMS = Phrase(
    "Бас Прокурордың № 29 бұйрығы, Нұсқаулық, 46 және 85-тармақтар",
    "Приказ Генерального Прокурора № 29, Инструкция, пункты 46 и 85",
    "Order of the Prosecutor General No. 29, the Instruction, points 46 and 85",
)


def _answer(player: Player, event: Event) -> Done:
    """Carry out the `answer:` of a scenario: all of it, or nothing where a step of it is refused.

    The executor drafts it and sends it to who plays, who signs it with the password given again; on paper it goes out
    at once unless the scenario says that it does not.
    """
    number, signer, data = player.on(event)[0], player.actor(event.who), player.data_of(event)
    with transaction.atomic():
        author = _author(number, signer)

        def step(table: str, name: str, on: str, **said: Any) -> Done:
            return perform(Act(table, name, author, said, on=(on,)))

        step("appeal", "draft_answer", number, **_letter(number, data))
        draft = Proceeding.objects.filter(parent__number=number, procedure="answer_draft", state=DRAFT).latest("pk")
        step("answer_draft", "send_to_sign", draft.number, signatory=signer.person_id)
        done = player.act(
            event, ("appeal", "answer"), {"seen": _seen(number), "vouched": list(QUESTIONS)}, signer.again()
        )
        if done.answers[0]["state"] == "signed" and data["sent"]:
            done = step("appeal", "dispatch", number, way=data["sent"])
    return done


def _author(number: str, other: Actor) -> Actor:
    """Who considers the case; `other` while nobody does."""
    row = Proceeding.objects.select_related("executor").get(number=number)
    return other if row.executor is None else actor_of(row.executor, clock.now().date())


def _letter(number: str, data: dict[str, Any]) -> dict[str, Any]:
    """A draft with all that an answer must carry (29I.85), about the subject of the letter, where nothing else is said.

    `number`: of the letter. Whatever `data` gives stands as it is given, with its gaps.
    """
    appeal = Appeal.objects.select_related("proceeding__body").get(proceeding__number=number)
    asked = data.get("language") or appeal.language
    lang: Lang = next((each for each in LANGUAGES if each == asked), "ru")
    given = {name: value for name, value in data.items() if name not in {"language", "character", "sent"}}
    return {
        "character": data.get("character") or None,
        "language": asked,
        "arguments": [
            {
                "argument": appeal.proceeding.subject,
                "finding": str(Finding.REFUTED if data["outcome"] == "refuse" else Finding.CONFIRMED),
                "facts": _FACTS.into(lang),
            }
        ],
        "norms": _NORMS.into(lang),
        "contest": contest_told(appeal.proceeding.body.name).into(lang),
        **given,
    }


def _draft(player: Player, event: Event) -> Done:
    """Draft an answer, or write it anew."""
    number = player.on(event)[0]
    parent = Proceeding.objects.values_list("parent__number", flat=True).get(number=number)
    return player.act(event, event.deed("appeal"), _letter(parent or number, player.data_of(event)))


def _sign(player: Player, event: Event) -> Done:
    """Sign what waits, having read it, with the password given again; `password: false` forgets to."""
    said = player.data_of(event)
    actor = player.actor(event.who)
    if said.pop("password", True):
        actor = actor.again()
    read = {"seen": _seen(player.on(event)[0]), "vouched": list(QUESTIONS)}
    return player.act(event, ("appeal", "answer"), read | said, actor)


def _seen(number: str) -> str:
    """The digest of the draft that is open, as the page of signing gives it."""
    draft = PaperDraft.objects.filter(proceeding__parent__number=number, proceeding__open=True).first()
    return _UNREAD if draft is None else digest_of(draft.contents)


def _delivery(player: Player, event: Event) -> Done:
    """Enter what came of a delivery: the last one of its `way`, of the notice `told`; a worker has claimed a letter."""
    outbox.deliver()
    data = player.data_of(event)
    way, template = data.pop("way"), data.pop("told", "")
    rows = Delivery.objects.filter(notice__proceeding__number=player.on(event)[0], way=way)
    if template:
        rows = rows.filter(notice__template=template)
    row = rows.order_by("pk").last()
    if row is not None and way == "email":
        Delivery.objects.filter(pk=row.pk, outcome=Outcome.WAITING).update(outcome=Outcome.SENDING)
    return player.act(event, event.deed("appeal"), {"delivery": row.pk if row is not None else 0, **data})


def _otherwise(player: Player, event: Event) -> Done:
    """Send the notice `told` by another way."""
    outbox.deliver()
    data = player.data_of(event)
    found = (
        Notice.objects.filter(proceeding__number=player.on(event)[0], template=data.pop("told")).order_by("pk").last()
    )
    return player.act(event, event.deed("appeal"), {"notice": found.pk if found is not None else 0, **data})


def _sign_slip(player: Player, event: Event) -> Done:
    """Sign the correction that waits, having read it; `password` as in signing an answer."""
    said, actor = player.data_of(event), player.actor(event.who)
    if said.pop("password", True):
        actor = actor.again()
    child = Slip.objects.filter(proceeding__parent__number=player.on(event)[0], proceeding__open=True).first()
    seen = _UNREAD if child is None else digest_of(said_by(child))
    return player.act(event, ("appeal", "sign_slip"), {"seen": seen, **said}, actor)


def _write_paper(player: Player, event: Event) -> Done:
    """Begin a written paper with what is known of it, as its page does."""
    table, name = event.deed("appeal")
    written, row = WRITTEN[name.removeprefix("write_")], Proceeding.objects.get(number=player.on(event)[0])
    return player.act(event, (table, name), {**written.begins_with(case_of(row)), **player.data_of(event)})


def _sign_paper(player: Player, event: Event) -> Done:
    """Sign the written paper that waits for the step, having read it; `password` as in signing an answer."""
    said, actor, step = player.data_of(event), player.actor(event.who), event.deed("appeal")
    if said.pop("password", True):
        actor = actor.again()
    found = PaperDraft.objects.filter(proceeding__parent__number=player.on(event)[0], proceeding__state=TO_SIGN)
    asked = [name for name, each in WRITTEN.items() if each.step == step[1]]
    draft = found.filter(paper__in=asked).select_related("proceeding").first()
    read: dict[str, Any] = {}
    if draft is not None:
        read = {"draft": draft.proceeding.number, "seen": digest_of(draft.contents)}
    if issubclass(PROCEDURES[step[0]].step_of[step[1]].needs, Vouching):
        read |= {"vouched": list(QUESTIONS)}
    return player.act(event, step, {"draft": "–", "seen": _UNREAD, **read, **said}, actor)


def _vouch(player: Player, event: Event) -> Done:
    """Make a step that ends the matter, every question of point 61 confirmed unless the file says which are."""
    return player.act(event, event.deed("appeal"), {"vouched": list(QUESTIONS), **player.data_of(event)})


def _send_paper(player: Player, event: Event) -> Done:
    """Send the paper that waits to be sent."""
    appeal = Proceeding.objects.get(number=player.on(event)[0])
    waiting = to_send(appeal.pk)
    paper = waiting[0].pk if waiting else 0
    return player.act(event, ("appeal", "send_paper"), {"paper": paper, **player.data_of(event)})


def _own_letter(player: Player, event: Event) -> Done:
    """Give a letter of a batch to the post: a made-up file stands for the print; `lost: true` has none."""
    said, pdf = player.data_of(event), b"%PDF-1.7 a letter"
    batch = "lost" if said.pop("lost", False) else "printed"
    if batch != "lost":
        store([pdf], name="letter.pdf", content_type="application/pdf", space=space_of(batch))
    data = {"batch": batch, "sha256": hashlib.sha256(pdf).hexdigest(), **said}
    return player.act(event, event.deed("appeal"), data)


WAYS = {
    "appeal.leave_complaint": _vouch,
    "appeal.send_paper": _send_paper,
    "appeal.send_own_letter": _own_letter,
    "appeal.note_delivery": _delivery,
    "appeal.email_accepted": _delivery,
    "appeal.send_otherwise": _otherwise,
    "answer": _answer,
    "appeal.draft_answer": _draft,
    "answer_draft.rewrite": _draft,
    "appeal.answer": _sign,
    "appeal.sign_slip": _sign_slip,
    **KEEPING_WAYS,
}


def papers(row: Proceeding) -> list[str]:
    """The papers that are kept with an appeal, each whole: "answer kk", "protocol ru"; the broken ones say so."""
    given = IssuedPaper.objects.filter(answer__appeal=row.pk).select_related("file").order_by("version")
    found = [_whole(f"answer {each.language}", each.file, each.sha256) for each in given]
    if OralProtocol.objects.filter(appeal=row.pk).exists():
        language = Appeal.objects.values_list("language", flat=True).get(pk=row.pk)
        drawn = [each for each in StoredFile.objects.filter(proceeding=row).order_by("pk") if _is_protocol(each)]
        found += [_whole(f"protocol {language}", each, each.sha256) for each in drawn]
    return found


def issued(after: int) -> list[tuple[int, str]]:
    """The papers issued after one, each whole: its words are those sealed, the file that of its digest."""
    return [
        (row.pk, _as_sealed(f"{row.paper} {row.language}", row))
        for row in IssuedPaper.objects.filter(pk__gt=after).select_related("file").order_by("pk")
    ]


def _as_sealed(name: str, row: IssuedPaper) -> str:
    if hashlib.sha256(canonical(row.data)).hexdigest() != row.data_sha256:
        return f"{name} (changed)"
    return _whole(name, row.file, row.sha256) if row.sha256 else name


def _is_protocol(file: StoredFile) -> bool:
    return file.content_type == "application/pdf" and file.name.startswith(("Хаттама", "Протокол", "Protocol"))


def _whole(name: str, file: StoredFile | None, digest: str) -> str:
    """The name of a paper whose bytes are those of its digest."""
    path = None if file is None else path_of(file.sha256)
    if path is None or not path.is_file():
        return f"{name} (lost)"
    return name if hashlib.sha256(path.read_bytes()).hexdigest() == digest else f"{name} (changed)"


@cache
def company() -> dict[str, Place]:
    """The usual company of the files. Raises ScenarioFault."""
    return read_company(FOLDER / "_company.yaml")


@cache
def lives() -> dict[str, Scenario]:
    """Every scenario of the room by the name of its file. Raises ScenarioFault."""
    return read_all(FOLDER)


def player(scenario: Scenario, **how: Any) -> Player:
    """Return who plays a scenario of this room. `how`: the fields of `Player` by which a demo moves and changes it."""
    written = {f"appeal.write_{name}": _write_paper for name in WRITTEN}
    signed = {f"appeal.{each.step}": _sign_paper for each in WRITTEN.values()}
    return Player(scenario, company(), {**WAYS, **written, **signed}, papers, issued, **how)
