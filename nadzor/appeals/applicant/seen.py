"""The row by which an applicant asks to see the file, while the appeal is considered and after it (29I.78; APPK 75)."""

from nadzor.appeals.access.forms import AskAccessOwn
from nadzor.appeals.access.models import FileAccess
from nadzor.appeals.access.table import APPOINTED, FILE_ACCESS
from nadzor.appeals.applicant.doings import Doing, offer
from nadzor.appeals.applicant.table import last_day
from nadzor.appeals.hearing.kept import with_day
from nadzor.appeals.procedure import APPEAL
from nadzor.casework.case import Case
from nadzor.law.words import LANGUAGES, Phrase, day_text


def _asked_for(case: Case) -> Phrase | None:
    """By which day the file is shown, or when and where it was appointed to be."""
    waits = next(iter(case.open_children(FILE_ACCESS)), None)
    if waits is None:
        return None
    if waits.state != APPOINTED:
        until = last_day(case, waits)
        return _ASKED if until is None else with_day(_ASKED_UNTIL, until)
    kept = FileAccess.objects.get(pk=waits.pk)
    told = []
    for lang in LANGUAGES:
        day = day_text(kept.on, lang) if kept.on is not None else ""
        told.append(_APPOINTED.into(lang).format(when=", ".join(each for each in (day, kept.hour, kept.place) if each)))
    return Phrase(*told)


_ASKED = Phrase(
    "Сіз іспен танысуды сұрадыңыз. Күнін, уақытын, орнын осы бетте хабарлайды.",
    "Вы просили ознакомить с делом. День, час и место сообщат на этой странице.",
    "You asked to see the file. The day, the hour and the place will be told on this page.",
)
_ASKED_UNTIL = Phrase(
    "Сіз іспен танысуды сұрадыңыз. Таныстыру мерзімі, соңғы күні: {day}. Күнін, уақытын, орнын осы бетте хабарлайды.",
    "Вы просили ознакомить с делом. Последний день, чтобы показать его: {day}. День, час и место сообщат на этой "
    "странице.",
    "You asked to see the file. Last day on which it is shown: {day}. The day, the hour and the place will be told on "
    "this page.",
)
_APPOINTED = Phrase(
    "Сізді іспен таныстыруға шақырады: {when}. Жеке куәлігіңізді ала келіңіз.",
    "Вас приглашают ознакомиться с делом: {when}. Возьмите удостоверение личности.",
    "You are invited to see the file: {when}. Bring your identity card.",
)
offer(
    Doing(
        name="access",
        title=Phrase("Іспен танысуды сұрау", "Попросить ознакомить с делом", "Ask to see the file"),
        told=Phrase(
            "Жолданым қаралып жатқанда және одан кейін іспен танысуға, көшірме алуға болады: сұрағаннан кейін үш жұмыс "
            "күні ішінде таныстырады. Жеке куәлігіңізді ала келіңіз.",
            "Пока обращение рассматривают и после этого можно ознакомиться с делом и получить копии: в течение трёх "
            "рабочих дней после просьбы. Возьмите удостоверение личности.",
            "While the appeal is considered and after it, you may see its file and get copies: within three working "
            "days of asking. Bring your identity card.",
        ),
        procedure=APPEAL.name,
        step="ask_access",
        asks=AskAccessOwn,
        goes_on=_asked_for,
        named=True,
        done=Phrase(
            "Өтінішіңіз қабылданды. Күнін, уақытын, орнын осы бетте хабарлайды.",
            "Ваша просьба принята. День, час и место сообщат на этой странице.",
            "Your request was taken. The day, the hour and the place will be told on this page.",
        ),
    ),
)
