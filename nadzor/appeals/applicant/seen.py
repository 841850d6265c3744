"""The row by which an applicant asks to see the file, while the appeal is considered and after it (29I.78; APPK 75)."""

from nadzor.appeals.access.forms import AskAccessOwn
from nadzor.appeals.applicant.doings import Doing, offer
from nadzor.appeals.procedure import APPEAL
from nadzor.law.words import Phrase

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
        named=True,
        done=Phrase(
            "Өтінішіңіз қабылданды. Күнін, уақытын, орнын осы бетте хабарлайды.",
            "Ваша просьба принята. День, час и место сообщат на этой странице.",
            "Your request was taken. The day, the hour and the place will be told on this page.",
        ),
    ),
)
