"""Notices to somebody of the staff: what others did that concerns them, newest first, marked as read by a button.

They stand here from the step that owes them, so nobody waits for a job to learn of a case that was given to them.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from nadzor import clock
from nadzor.appeals.following import when_told
from nadzor.casework.access import visible
from nadzor.casework.forms import number_in
from nadzor.casework.models import Notice
from nadzor.law.words import Phrase
from nadzor.workplace.sealed import SEALED
from nadzor.workplace.staff import StaffRequest, for_staff, page, page_language
from nadzor.workplace.unread import own

PAGE = 50
WORDS: dict[str, Phrase] = {
    "assigned": Phrase("Сізге қарауға берілді", "Вам передано на рассмотрение", "Given to you to consider"),
    "passed_to_unit": Phrase("Бөлімшеңізге берілді", "Передано в ваше подразделение", "Passed on to your unit"),
    "reported": Phrase("Сізге баяндауға берілді", "Передано вам на доклад", "Passed on to you for report"),
    "handed_on": Phrase(
        "Call-орталықтан келді, қарауға беріңіз",
        "Поступило из Call-центра, передайте на рассмотрение",
        "Came from the Call-centre, pass it on",
    ),
    "withdrawn": Phrase(
        "Өтініш беруші жолданымын қайтарып алды",
        "Заявитель отозвал обращение",
        "The applicant withdrew the appeal",
    ),
    "withdrawal_accepted": Phrase("Қайтарып алу қабылданды", "Отзыв принят", "The withdrawal was accepted"),
    "considered_on": Phrase(
        "Қайтарып алынған жолданым қаралуын жалғастырады",
        "Отозванное обращение рассматривают дальше",
        "The withdrawn appeal is considered on",
    ),
    "terminated": Phrase("Рәсім тоқтатылды", "Процедура прекращена", "The procedure was terminated"),
    "duplicate_joined": Phrase("Телнұсқа қосылды", "Приобщён дубликат", "A duplicate was joined"),
    "part_given": Phrase(
        "Қосалқы орындаушы өз бөлігін берді", "Соисполнитель передал свою часть", "A co-executor has given his part"
    ),
    "complaint_decided": Phrase(
        "Шағым шешілді, көшірмесін жіберіңіз", "Жалоба решена, направьте копию", "A complaint is decided, send the copy"
    ),
    "official_called": Phrase(
        "Органыңыздың лауазымды адамы шағым бойынша тыңдауға шақырылды",
        "Должностное лицо вашего органа вызывают на заслушивание по жалобе",
        "An official of your body is called to be heard on a complaint",
    ),
    "official_put_off": Phrase(
        "Органыңыздың лауазымды адамын тыңдау ауыстырылды",
        "Заслушивание должностного лица вашего органа перенесено",
        "The hearing of an official of your body is put off",
    ),
    "official_called_off": Phrase(
        "Органыңыздың лауазымды адамын тыңдау өткізілмейді",
        "Заслушивание должностного лица вашего органа отменено",
        "The hearing of an official of your body is called off",
    ),
    "measure_taken": Phrase(
        "Жоғары тұрған прокурор прокуратураңыздың актісіне шара қолданды",
        "Вышестоящий прокурор принял меру по акту вашей прокуратуры",
        "A higher prosecutor took a measure on an act of your office",
    ),
    "complaint_filed": Phrase(
        "Шешіміңізге шағым түсті", "На ваше решение подана жалоба", "A complaint about your decision was filed"
    ),
    "complaint_silent": Phrase(
        "Шағымды қарау мерзімі өтті: бас тартылды деп есептеледі",
        "Срок рассмотрения жалобы истёк: считается отказом",
        "The term of a complaint is over: it counts as refused",
    ),
    "contested_outcome": Phrase(
        "Шешіміңізге шағым қаралды", "Рассмотрена жалоба на ваше решение", "A complaint about your decision has ended"
    ),
    "materials_added": Phrase(
        "Өтініш берушінің материалдары қосылды",
        "Приобщены материалы заявителя",
        "Materials of the applicant were added",
    ),
    "access_asked": Phrase(
        "Өтініш беруші іспен танысуды сұрайды", "Заявитель просит ознакомить с делом", "Access to the file is asked for"
    ),
    "objection_came": Phrase(
        "Алдын ала шешімге қарсылық түсті",
        "Поступило возражение на предварительное решение",
        "An objection to the preliminary decision came",
    ),
    "instruction_reported": Phrase(
        "Тапсырма бойынша ақпарат келді", "Поступила информация по поручению", "Information on an assignment came"
    ),
    "transfer_asked": Phrase(
        "Жолданымды қабылдауға келісім сұралды", "Просят согласия принять обращение", "You are asked to take an appeal"
    ),
    "transfer_agreed": Phrase(
        "Басқа бөлімше жолданымды қабылдауға келісті",
        "Другое подразделение согласно принять обращение",
        "The other unit agrees to take the appeal",
    ),
    "transfer_declined": Phrase(
        "Басқа бөлімше жолданымды қабылдаудан бас тартты",
        "Другое подразделение отказалось принять обращение",
        "The other unit declines to take the appeal",
    ),
    "transferred": Phrase(
        "Жолданым басқа бөлімшеге берілді", "Обращение передано в другое подразделение", "Moved to another unit"
    ),
    "cure_came": Phrase(
        "Өтініш беруші жолданымын толықтырды, тексеріңіз",
        "Заявитель дополнил обращение, проверьте",
        "The applicant sent what was missing, look at it",
    ),
    "to_agree": Phrase("Жобаны келісіңіз", "Согласуйте проект", "Agree the draft"),
    "agreed": Phrase("Жоба келісілді", "Проект согласован", "The draft is agreed"),
    "draft_returned": Phrase(
        "Жоба ескертумен қайтарылды", "Проект возвращён с замечанием", "The draft came back with a remark"
    ),
    "draft_commented": Phrase("Жобаға пікір жазылды", "К проекту есть замечание", "A comment on the draft"),
    "comment_answered": Phrase(
        "Пікіріңізге жауап берілді", "На ваше замечание ответили", "Your comment on a draft was answered"
    ),
    "slip_to_sign": Phrase(
        "Түзетілген данаға қол қойыңыз", "Подпишите исправленный экземпляр", "Sign the corrected copy"
    ),
    "slip_signed": Phrase(
        "Түзетілген данаға қол қойылды, оны жөнелтіңіз",
        "Исправленный экземпляр подписан, отправьте его",
        "The corrected copy is signed, send it",
    ),
    "answer_corrected": Phrase(
        "Жіберілген құжаттағы қате түзетілді",
        "В отправленной бумаге исправлена описка",
        "A slip was corrected in a paper",
    ),
    "to_sign": Phrase("Жобаға қол қойыңыз", "Подпишите проект", "Sign the draft"),
    "paper_signed": Phrase("Қағазға қол қойылды", "Бумага подписана", "The paper is signed"),
    "signed": Phrase(
        "Жауапқа қол қойылды, оны жөнелтіңіз", "Ответ подписан, отправьте его", "The answer is signed, send it"
    ),
    "to_check": Phrase(
        "Жоюға ұсынылған істер тізімін тексеріңіз",
        "Проверьте перечень дел к уничтожению",
        "Check the list of cases to be destroyed",
    ),
    "answered": Phrase("Жауап жолданды", "Ответ отправлен", "The answer was sent"),
    "undelivered": Phrase(
        "Хабарлама жеткізілмеді, басқа жолмен жіберіңіз",
        "Уведомление не доставлено, отправьте другим способом",
        "A notice could not be delivered, send it by another way",
    ),
    "extension_asked": Phrase(
        "Мерзімді ұзарту туралы баянат: шешім қабылдаңыз",
        "Рапорт о продлении срока: примите решение",
        "A memo on an extension: decide on it",
    ),
    "term_extended": Phrase("Қарау мерзімі ұзартылды", "Срок рассмотрения продлён", "The term was extended"),
    "extension_refused": Phrase(
        "Мерзімді ұзартудан бас тартылды", "В продлении срока отказано", "The extension was refused"
    ),
    "inspection_ordered": Phrase(
        "Тексеру тағайындалды: аралық жауап дайындаңыз",
        "Назначена проверка: подготовьте промежуточный ответ",
        "An inspection is ordered: prepare the interim reply",
    ),
    "inspection_ended": Phrase(
        "Тексеру аяқталды: түпкілікті жауапқа он жұмыс күні бар",
        "Проверка окончена: на окончательный ответ десять рабочих дней",
        "The inspection has ended: ten working days for the final reply",
    ),
    "inspection_prolonged": Phrase(
        "Тексеру ұзартылды: жаңа аралық жауап дайындаңыз",
        "Проверка продлена: подготовьте новый промежуточный ответ",
        "The inspection is prolonged: prepare a new interim reply",
    ),
    "timed_undone": Phrase(
        "Қате ашылған жойылды: мерзімді қараңыз",
        "Отменено заведённое по ошибке: посмотрите срок",
        "What was opened by mistake is undone: look at the term",
    ),
    "control_laid": Phrase("Жолданым бақылауға алынды", "Обращение взято на контроль", "The appeal is under control"),
    "control_released": Phrase(
        "Жолданым бақылаудан алынды", "Обращение снято с контроля", "The appeal is released from control"
    ),
    "materials_submitted": Phrase(
        "Депутаттық сауал бойынша материалдар берілді",
        "Внесены материалы по депутатскому запросу",
        "Materials on an interpellation are handed in",
    ),
    "regime_chosen": Phrase("Қарау режимі таңдалды", "Выбран режим рассмотрения", "The regime was chosen"),
    "harm_reported": Phrase(
        "Өтініш берушіге зиян туралы хабарланды", "Сообщено о вреде заявителю", "Harm to the applicant is reported"
    ),
    "interest_recorded": Phrase(
        "Қызметкердің мүдделілігі жазылды",
        "Записана заинтересованность работника",
        "An interest of a member of the staff is recorded",
    ),
}
"""What each notice says, by its template."""
_MEETINGS = frozenset({"official_called", "official_put_off", "official_called_off"})
"""Told with the day, the hour and the place: those whom they tell may not see the case."""
_MARKED = Phrase("Оқылды деп белгіленді.", "Отмечено как прочитанное.", "Marked as read.")


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def notices(request: StaffRequest) -> HttpResponse:
    """Show a page of one's notices; POST marks one (`read`) or all up to the newest shown (`all`) as read."""
    if request.method == "POST":
        return _mark(request)
    before = number_in(request.GET.get("before", ""))
    rows = own(request.actor).select_related("proceeding__parent")
    if before is not None:
        rows = rows.filter(pk__lt=before)
    found = list(rows.order_by("-pk")[: PAGE + 1])
    shown = found[:PAGE]
    seen = set(
        visible(request.actor)
        .filter(pk__in=[each.proceeding_id for each in shown])
        .order_by()
        .values_list("pk", flat=True)
    )
    return page(
        request,
        "workplace/notices.html",
        {
            "here": "notices",
            "rows": [_row(each, link=each.proceeding_id in seen) for each in shown],
            "newest": shown[0].pk if shown else 0,
            "any_unread": any(each.read_at is None for each in shown),
            "next": shown[-1].pk if len(found) > PAGE else None,
            "later": before is not None,
        },
    )


def _row(notice: Notice, *, link: bool) -> dict[str, Any]:
    """A notice in words. A case that is not seen any more has no link; its number is known to the reader already.

    Of a sealed case nobody but its readers is told anything else.
    """
    closed = not link and notice.proceeding.circle_id is not None
    return {
        "pk": notice.pk,
        "what": SEALED if closed else WORDS.get(notice.template, notice.template),
        "when": when_told(notice.data) if not closed and notice.template in _MEETINGS else None,
        "number": notice.proceeding.number,
        "link": link,
        "at": f"{timezone.localtime(notice.made_at):%d.%m.%Y %H:%M}",
        "new": notice.read_at is None,
    }


def _mark(request: StaffRequest) -> HttpResponse:
    """Mark as read what is one's own; the number of somebody else's notice marks nothing and tells nothing."""
    one, newest = (number_in(request.POST.get(name, "")) for name in ("read", "all"))
    waiting = own(request.actor).filter(read_at__isnull=True)
    if one is not None:
        waiting.filter(pk=one).update(read_at=clock.now())
    elif newest is not None:
        waiting.filter(pk__lte=newest).update(read_at=clock.now())
    messages.success(request, _MARKED.into(page_language()))
    return redirect("notices")
