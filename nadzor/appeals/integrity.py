"""What must be true of appeals beyond the questions of the kernel."""

import hashlib
from collections.abc import Iterator

from nadzor.appeals.models import Appeal
from nadzor.casework.integrity import Fault, asks
from nadzor.law.words import Phrase


@asks
def texts() -> Iterator[Fault]:
    """The text of an appeal is the one whose digest was kept, and sealed, when it was registered."""
    rows = Appeal.objects.order_by("pk").values_list("proceeding__number", "text", "text_digest")
    for number, text, digest in rows.iterator(500):
        if hashlib.sha256(text.encode()).digest() != bytes(digest):
            yield Fault(
                "text",
                number,
                Phrase(
                    "мәтін тіркелгендегіден өзгеше",
                    "текст не тот, что был зарегистрирован",
                    "the text is not the one that was registered",
                ),
                Phrase(
                    "Мәтінді сақтық көшірмеден салыстырып, қауіпсіздік қызметіне хабарлаңыз.",
                    "Сверьте с резервной копией и сообщите службе безопасности.",
                    "Compare with a backup and tell the security officer.",
                ),
            )
