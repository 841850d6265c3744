"""The letters of a batch in one's own words go to the post: each is entered into its case, once.

Afterwards they wait among the registered letters of the office as all others do: lists, numbers and returns are entered
there in bulk.
"""

import hashlib
import zipfile
from typing import Any

from nadzor import clock
from nadzor.appeals.own_letters import space_of
from nadzor.appeals.procedure import APPEAL
from nadzor.casework import files
from nadzor.casework.act import Act
from nadzor.casework.perform import perform
from nadzor.casework.refusals import Refusal
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor, actor_of
from nadzor.workplace.batch_keeping import ZIP, folder_of
from nadzor.workplace.batch_kinds import OWN
from nadzor.workplace.batch_models import BatchLetter, LetterBatch
from nadzor.workplace.deliveries import kept_office, sentence
from nadzor.workplace.lists import zone_of


def may_be_posted(batch: LetterBatch, actor: Actor) -> bool:
    """Whether somebody may give the letters of a batch to the post now: whoever dispatches an office's letters."""
    ready = batch.kind == OWN and batch.state == LetterBatch.State.DONE and batch.post_asked_at is None
    return ready and kept_office(actor) is not None and (folder_of(batch.public_id) / ZIP).is_file()


def told(batch: LetterBatch) -> dict[str, Any] | None:
    """How far it is: how many there are, were entered, were refused and why; none where nobody has asked."""
    if batch.post_asked_at is None:
        return None
    rows = batch.letters.filter(reason__isnull=True)
    refused = rows.filter(post_refused__isnull=False).order_by("place")
    return {
        "of": rows.count(),
        "posted": rows.filter(posted_at__isnull=False).count(),
        "refused": [(each.number, _in_words(each)) for each in refused[:200]],
        "left": rows.filter(posted_at__isnull=True, post_refused__isnull=True).exists(),
    }


def _in_words(letter: BatchLetter) -> Phrase:
    return Phrase(*((letter.post_refused or {}).get(lang, "") for lang in LANGUAGES))


def post(pk: int) -> None:
    """Enter the letters that are not entered yet. A killed worker's job goes on: a key makes each step once."""
    batch = LetterBatch.objects.select_related("post_asked_by").get(pk=pk)
    if batch.post_asked_by is None:
        return
    actor = actor_of(batch.post_asked_by, clock.today("Asia/Almaty"))
    actor = actor_of(batch.post_asked_by, clock.today(zone_of(actor)))
    waiting = batch.letters.filter(reason__isnull=True, posted_at__isnull=True, post_refused__isnull=True)
    with zipfile.ZipFile(folder_of(batch.public_id) / ZIP) as packed:
        for letter in waiting.order_by("place").select_related("proceeding__appeal"):
            _post(batch, letter, packed.read(letter.name), actor)


def _post(batch: LetterBatch, letter: BatchLetter, pdf: bytes, actor: Actor) -> None:
    spoken = batch.language or letter.proceeding.appeal.language
    title = batch.title.get("ru" if spoken == "ru" else "kk") or next(iter(batch.title.values()), "")
    name, space = letter.name, space_of(str(batch.public_id))
    files.store([pdf], name=name, content_type="application/pdf", space=space)
    data = {"title": title, "batch": str(batch.public_id), "sha256": hashlib.sha256(pdf).hexdigest()}
    key = f"post:{batch.public_id}:{letter.place}"
    try:
        perform(Act(APPEAL.name, "send_own_letter", actor, data, on=(letter.number,), key=key))
    except Refusal as refusal:
        said = sentence(refusal)
        letter.post_refused = {lang: said.into(lang) for lang in LANGUAGES}
    else:
        letter.posted_at = clock.now()
    letter.save(update_fields=["post_refused", "posted_at"])
