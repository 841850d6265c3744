"""The rows of what an applicant may do that this room knows by itself: mend the appeal, add to it, withdraw it."""

import datetime as dt

from nadzor.appeals.additions import AddMaterials
from nadzor.appeals.applicant.doings import Doing, child_in, offer
from nadzor.appeals.cure import ASKED, CURE_REQUEST, REQUIREMENTS, SENT, Mends
from nadzor.appeals.ends import withdrawal
from nadzor.appeals.ends.withdrawal import WithdrawOwn
from nadzor.appeals.models import CureRequest
from nadzor.appeals.procedure import APPEAL
from nadzor.casework.case import Case
from nadzor.casework.forms import Asked
from nadzor.casework.models import NEVER, Proceeding
from nadzor.law.words import LANGUAGES, Phrase

FILES = Asked(
    Phrase("Файл қосу", "Добавить файлы", "Add files"),
    Phrase(
        "Құжат, сурет, дыбыс, бейне немесе ZIP мұрағаты. Әрқайсысы 25 МБ-қа дейін, 20 файлға дейін, барлығы 100 МБ-қа "
        "дейін.",
        "Документы, снимки, звук, видео или архив ZIP. Каждый до 25 МБ, до 20 файлов, вместе до 100 МБ.",
        "Documents, pictures, sound, film or a ZIP archive. Each up to 25 MB, up to 20 files, together up to 100 MB.",
    ),
    widget="files",
)
"""How an applicant is asked for files."""


def last_day(_case: Case, row: Proceeding) -> dt.date | None:
    """The last day of what runs in the child matter."""
    return None if row.next_due == NEVER else row.next_due


def _lacking(_case: Case, row: Proceeding) -> Phrase:
    """What is asked for, and in which words."""
    asked = CureRequest.objects.get(pk=row.pk)
    told = []
    for lang in LANGUAGES:
        missing = ", ".join(REQUIREMENTS[each].into(lang) for each in asked.missing if each in REQUIREMENTS)
        told.append(f"{_LACKS.into(lang).format(missing=missing)} {asked.words}".strip())
    return Phrase(*told)


def _being_looked_at(case: Case) -> Phrase | None:
    """That what was sent is being looked at."""
    return _LOOKED_AT if any(each.state == SENT for each in case.open_children(CURE_REQUEST.name)) else None


_LOOKED_AT = Phrase(
    "Толықтырғаныңыз алынды, оны тексеріп жатыр.",
    "Ваше дополнение получено, его проверяют.",
    "What you sent was received and is being looked at.",
)


def _withdrawn(case: Case) -> Phrase | None:
    """How the withdrawal stands, as long as the appeal is open."""
    states = set(withdrawal.withdrawals(case).values()) if case.state.open else set()
    return next((told for state, told in _WITHDRAWN.items() if state in states), None)


_WITHDRAWN = {
    withdrawal.ASKED: Phrase(
        "Сіз жолданымды қайтарып алдыңыз. Оны қабылдау-қабылдамауды басшылық шешеді; шешім осы бетте шығады.",
        "Вы отозвали обращение. Принять ли отзыв, решит руководство; решение появится на этой странице.",
        "You have withdrawn the appeal. The leadership decides whether to accept that; the decision will appear here.",
    ),
    withdrawal.ACCEPTED: Phrase(
        "Қайтарып алуыңыз қабылданды. Енді рәсім тоқтатылады; шешім осы бетте шығады.",
        "Ваш отзыв принят. Теперь процедуру прекращают; решение появится на этой странице.",
        "Your withdrawal was accepted. The procedure is now being terminated; the decision will appear here.",
    ),
}
_LACKS = Phrase(
    "Жолданымға мыналар жетіспейді: {missing}. Толықтырылмаса, ол себептері көрсетіліп қайтарылады, бірақ оны қайта "
    "беруге болады.",
    "В обращении не хватает: {missing}. Если его не дополнить, обращение вернут с указанием причин; подать его снова "
    "можно.",
    "The appeal lacks: {missing}. If it is not added, the appeal is returned with reasons; you may file it again.",
)
offer(
    Doing(
        name="mend",
        title=Phrase("Жетіспейтінін толықтыру", "Дополнить обращение", "Send what is missing"),
        told=Phrase(
            "Жолданымда жетіспейтінін жіберіңіз.", "Пришлите то, чего не хватает.", "Send what the appeal lacks."
        ),
        told_of=_lacking,
        procedure=CURE_REQUEST.name,
        step="applicant_mends",
        on=child_in(CURE_REQUEST.name, ASKED, SENT),
        asks=Mends,
        labels={
            "words": Asked(
                Phrase("Жетіспейтін мәліметтер", "Недостающие сведения", "What is missing"),
                Phrase(
                    "Осы жерге жазыңыз немесе құжатты қоса беріңіз.",
                    "Напишите здесь или приложите документ.",
                    "Write it here or attach a document.",
                ),
                widget="text",
            ),
            "attachments": FILES,
        },
        until=last_day,
        goes_on=_being_looked_at,
        done=Phrase(
            "Жіберілді. Толықтырғаныңызды тексереді.",
            "Отправлено. Ваше дополнение проверят.",
            "Sent. What you sent will be looked at.",
        ),
        leads=True,
    ),
    Doing(
        name="add",
        title=Phrase("Уәж немесе материал қосу", "Добавить доводы или материалы", "Add arguments or materials"),
        told=Phrase(
            "Жолданым қаралып жатқанда уәж айтуға, материал қосуға немесе материал сұратуды өтінуге болады. Ол қарап "
            "жатқан лауазымды адамға жетеді. Мерзім өзгермейді.",
            "Пока обращение рассматривают, можно привести доводы, приложить материалы или просить истребовать их. Это "
            "получит тот, кто рассматривает обращение. Срок не меняется.",
            "While the appeal is considered, you may give your arguments, add materials or ask for materials to be "
            "called for. What you add goes to the official who considers it. The term does not change.",
        ),
        procedure=APPEAL.name,
        step="applicant_adds",
        asks=AddMaterials,
        labels={
            "words": Asked(
                Phrase("Не айтқыңыз келеді", "Что вы хотите добавить", "What you want to add"),
                Phrase(
                    "Жаңа уәждер, фактілер, түсініктемелер.",
                    "Новые доводы, факты, пояснения.",
                    "New arguments, facts, explanations.",
                ),
                widget="text",
            ),
            "to_call_for": Asked(
                Phrase(
                    "Қандай материалдарды сұратуды өтінесіз",
                    "Какие материалы просите истребовать",
                    "Which materials to call for",
                ),
                Phrase(
                    "Қандай құжат және ол кімде екенін жазыңыз.",
                    "Напишите, какой документ и у кого он находится.",
                    "Say which document it is and who has it.",
                ),
                widget="text",
            ),
            "attachments": FILES,
        },
        otherwise=Phrase(
            "Материалдар жолданым қаралып жатқанда қабылданады. Қарау аяқталған болса, жаңа дәлелдермен қайта жүгінуге "
            "болады.",
            "Материалы принимают, пока обращение рассматривают. Если рассмотрение завершено, с новыми доводами можно "
            "обратиться снова.",
            "Materials are taken while the appeal is considered. After that you may write again with new arguments.",
        ),
        done=Phrase(
            "Жіберілді. Қосқаныңыз жолданыммен бірге сақталады.",
            "Отправлено. Добавленное хранится вместе с обращением.",
            "Sent. What you added is kept with the appeal.",
        ),
    ),
    Doing(
        name="withdraw",
        title=Phrase("Жолданымды қайтарып алу", "Отозвать обращение", "Withdraw the appeal"),
        told=Phrase(
            "Шешім қабылданғанға дейін жолданымды қайтарып алуға болады; оны басшылық қабылдайды немесе заңда "
            "көзделген негіз бойынша қарауды жалғастырады. Кейін жолданымды заңда белгіленген мерзімде қайта беруге "
            "құқылысыз.",
            "До принятия решения обращение можно отозвать; руководство примет отзыв или продолжит рассмотрение по "
            "основанию, указанному в законе. Подать обращение снова можно в сроки, установленные законом.",
            "Until the decision is made you may withdraw the appeal; the leadership accepts that or considers the "
            "appeal on for a ground of the law. You may file it again within the terms set by law.",
        ),
        procedure=APPEAL.name,
        step="applicant_withdraws",
        asks=WithdrawOwn,
        labels={
            "words": Asked(
                Phrase("Неге қайтарып аласыз", "Почему вы отзываете обращение", "Why you withdraw it"),
                Phrase("Өз сөзіңізбен.", "Своими словами.", "In your own words."),
                widget="text",
            )
        },
        named=True,
        goes_on=_withdrawn,
        otherwise=Phrase(
            "Жолданымды шешім қабылданғанға дейін ғана қайтарып алуға болады.",
            "Отозвать обращение можно только до принятия решения.",
            "An appeal may be withdrawn only until the decision is made.",
        ),
        done=Phrase(
            "Жіберілді. Қайтарып алу туралы шешім осы бетте шығады.",
            "Отправлено. Решение об отзыве появится на этой странице.",
            "Sent. The decision on the withdrawal will appear on this page.",
        ),
    ),
)
