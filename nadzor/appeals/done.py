"""What was done, in words: a journal tells what happened, a button what may be done.

Steps that stand in several tables under one name are told by their table.
"""

from nadzor.appeals.access.done import ACCESS_DONE, ACCESS_TABLE
from nadzor.appeals.checks.done import CHECKS_DONE, CHECKS_TABLES
from nadzor.appeals.ends.done import ENDS_DONE, WITHDRAWAL_DONE
from nadzor.appeals.hearing.done import HEARING_DONE, HEARING_TABLE
from nadzor.appeals.papers_written import WRITTEN
from nadzor.appeals.routing.messages import MESSAGE_DONE
from nadzor.appeals.routing.parts import PART_DONE, ROUTING_DONE
from nadzor.casework.procedure import Procedure, Step
from nadzor.law.words import Phrase

_KERNEL: dict[str, Phrase] = {
    "reassign": Phrase("Орындаушы ауыстырылды", "Сменён исполнитель", "Another executor was named"),
    "note": Phrase("Белгі жазылды", "Сделана отметка", "A note was added"),
    "correct": Phrase("Қате түзетілді", "Исправлена ошибка", "A typing error was corrected"),
    "reopen": Phrase("Қайта ашылды", "Возобновлено", "Taken up again"),
    "annul": Phrase("Тіркеу жойылды", "Регистрация аннулирована", "The registration was annulled"),
    "recalendar": Phrase(
        "Күнтізбе бойынша қайта есептелді", "Срок пересчитан по календарю", "Reckoned anew by the calendar"
    ),
}
_APPEAL: dict[str, Phrase] = {
    "register": Phrase("Тіркелді", "Зарегистрировано", "Registered"),
    "enter_earlier": Phrase("Бұрынғы есептен енгізілді", "Внесено из прежнего учёта", "Entered from earlier records"),
    "take_up": Phrase("Қарауға қабылданды", "Принято к рассмотрению", "Taken up for consideration"),
    "assign": Phrase("Қарауға берілді", "Передано на рассмотрение", "Passed on for consideration"),
    "pass_to_unit": Phrase("Бөлімшеге берілді", "Передано в подразделение", "Passed to a unit"),
    "report": Phrase(
        "Басшылыққа баяндауға берілді", "Передано на доклад руководству", "Passed to the leadership for report"
    ),
    "assign_units": Phrase(
        "Бірнеше бөлімшеге тапсырылды", "Поручено нескольким подразделениям", "Assigned to several units"
    ),
    "arrive": Phrase(
        "Жіберілген жолданым тіркелді", "Зарегистрировано направленное", "What was forwarded was registered"
    ),
    "forward": Phrase("Құзыреті бойынша жіберілді", "Направлено по компетенции", "Forwarded by competence"),
    **ROUTING_DONE,
    "consider_as_message": MESSAGE_DONE,
    "sort": Phrase("Бастапқы немесе қайталама екені белгіленді", "Определено, первичное оно или повторное", "Sorted"),
    "draw_protocol": Phrase("Хаттама толтырылды", "Составлен протокол", "A protocol was drawn up"),
    "mark_facts": Phrase(
        "Қол қоюды шешетін фактілер белгіленді",
        "Отмечены факты, от которых зависит подпись",
        "The facts that decide who signs were marked",
    ),
    "ask_to_cure": Phrase(
        "Кемшіліктерді жою сұралды", "Попросили устранить недостатки", "The applicant was asked to mend it"
    ),
    "return_uncured": Phrase("Өтініш берушіге қайтарылды", "Возвращено заявителю", "Returned to the applicant"),
    "ask_for_materials": Phrase("Материалдар сұратылды", "Запрошены материалы", "Materials were asked for"),
    "take_explanation": Phrase("Түсініктеме алынды", "Взято объяснение", "An explanation was taken"),
    "record_breach": Phrase(
        "Бұзушылық пен шаралар жазылды", "Записаны нарушение и меры", "A breach and the measures were recorded"
    ),
    "add_materials": Phrase(
        "Өтініш берушінің материалдары қосылды", "Приобщены материалы заявителя", "The applicant’s materials were added"
    ),
    "applicant_adds": Phrase(
        "Өтініш беруші материалдар қосты", "Заявитель добавил материалы", "The applicant added materials"
    ),
    "mark_assets": Phrase(
        "Активтерді қайтару туралы белгіленді", "Отмечено: возврат активов", "Marked as a matter of asset recovery"
    ),
    "report_harm": Phrase(
        "Өтініш берушіге зиян туралы хабарланды", "Сообщено о вреде заявителю", "Harm to the applicant was reported"
    ),
    "end_harm": Phrase("Зиян туралы хабар аяқталды", "Сообщение о вреде завершено", "The report of harm was ended"),
    "seal": Phrase("Жолданым жабылды", "Обращение сделано закрытым", "The appeal was sealed"),
    "name_readers": Phrase(
        "Жабық жолданымның оқушылары аталды", "Названы читатели закрытого", "Readers of the sealed appeal were named"
    ),
    "unseal": Phrase("Жолданым қайта ашылды", "Закрытость снята", "The appeal was unsealed"),
    "give_part": Phrase("Өз бөлігі берілді", "Передана часть соисполнителя", "A part was given"),
    "draft_answer": Phrase("Жауаптың жобасы жазылды", "Подготовлен проект ответа", "The answer was drafted"),
    "answer": Phrase("Жауапқа қол қойылды", "Ответ подписан", "The answer was signed"),
    "send_by_email": Phrase(
        "Жауап электрондық поштаға берілді",
        "Ответ передан почтовому серверу",
        "The answer was given to the mail server",
    ),
    "email_accepted": Phrase(
        "Жауап электрондық поштамен жөнелтілді", "Ответ отправлен по электронной почте", "The answer was sent by e-mail"
    ),
    "note_delivery": Phrase(
        "Хабарламаны жеткізу нәтижесі жазылды",
        "Записан итог доставки уведомления",
        "The outcome of a delivery was entered",
    ),
    "send_otherwise": Phrase(
        "Хабарлама басқа жолмен жіберілді", "Уведомление отправлено другим способом", "A notice was sent by another way"
    ),
    "send_own_letter": Phrase("Хат почтаға берілді", "Письмо передано на почту", "A letter was given to the post"),
    "dispatch": Phrase("Жауап жөнелтілді", "Ответ отправлен", "The answer was sent"),
    "ask_extension": Phrase(
        "Мерзімді ұзарту туралы баянат берілді", "Подан рапорт о продлении срока", "A memo on the extension was filed"
    ),
    "extend_term": Phrase("Қарау мерзімі ұзартылды", "Срок рассмотрения продлён", "The term was extended"),
    "refuse_extension": Phrase(
        "Мерзімді ұзартудан бас тартылды", "В продлении срока отказано", "The extension was refused"
    ),
    "order_inspection": Phrase("Тексеру тағайындалды", "Назначена проверка", "An inspection was ordered"),
    "prolong_inspection": Phrase("Тексеру ұзартылды", "Проверка продлена", "The inspection was prolonged"),
    "end_inspection": Phrase("Тексеру аяқталды", "Проверка окончена", "The inspection has ended"),
    "undo_timed": Phrase(
        "Қате ашылған жойылды", "Отменено заведённое по ошибке", "What was opened by mistake was undone"
    ),
    "take_under_control": Phrase("Бақылауға алынды", "Взято на контроль", "Taken under control"),
    "release_from_control": Phrase("Бақылаудан алынды", "Снято с контроля", "Released from control"),
    "submit_to_general": Phrase(
        "Материалдар Бас Прокурорға берілді",
        "Материалы внесены Генеральному Прокурору",
        "The materials were handed to the Prosecutor General",
    ),
    "choose_regime": Phrase("Қарау режимі таңдалды", "Выбран режим рассмотрения", "The regime was chosen"),
    "sign_paper": Phrase("Қағазға қол қойылды", "Бумага подписана", "A paper was signed"),
    "send_paper": Phrase("Қағаз жөнелтілді", "Бумага отправлена", "A paper was sent"),
    "correct_slip": Phrase("Құжаттан қате табылды", "Найдена описка в бумаге", "A slip was found in a paper"),
    "sign_slip": Phrase(
        "Түзетілген данаға қол қойылды", "Подписан исправленный экземпляр", "The corrected copy was signed"
    ),
    "send_slip": Phrase(
        "Түзетілген дана жөнелтілді", "Отправлен исправленный экземпляр", "The corrected copy was sent"
    ),
    "close": Phrase("Іске тігілді", "Списано в дело", "The case was put to the file"),
    "pass_crime": Phrase(
        "Қылмыс белгілері бар материалдар берілді",
        "Переданы материалы с признаками преступления",
        "Materials with signs of a crime were passed on",
    ),
    "note_registered": Phrase(
        "СДТБТ нөмірі жазылды", "Записан номер в ЕРДР", "The number in the Unified Register was entered"
    ),
    "enter_in_book": Phrase(
        "АЕК-ке тіркелді", "Зарегистрировано в КУИ", "Registered in the Book of Information Records"
    ),
    **ENDS_DONE,
    "declare_interest": Phrase(
        "Мүдделілік туралы мәлімделді", "Заявлено о заинтересованности", "An interest was declared"
    ),
    "record_interest": Phrase("Мүдделілік жазылды", "Записана заинтересованность", "An interest was recorded"),
    "lift_interest": Phrase(
        "Мүдделілік жазбасы алынды", "Запись о заинтересованности снята", "The record of an interest was lifted"
    ),
}
DRAFT_DONE: dict[str, Phrase] = {
    "begin": Phrase("Жоба басталды", "Проект начат", "The draft was begun"),
    "rewrite": Phrase("Жоба өзгертілді", "Проект изменён", "The draft was changed"),
    "send_for_agreement": Phrase("Келісуге жіберілді", "Направлен на согласование", "Sent for agreement"),
    "agree": Phrase("Келісілді", "Согласован", "Agreed"),
    "object": Phrase("Ескертумен қайтарылды", "Возвращён с замечанием", "Returned with a remark"),
    "comment": Phrase("Пікір жазылды", "Написано замечание", "A comment was written"),
    "answer_comment": Phrase("Пікірге жауап берілді", "Дан ответ на замечание", "A comment was answered"),
    "settle_comment": Phrase("Пікір шешілді", "Замечание снято", "A comment was settled"),
    "send_to_sign": Phrase("Қол қоюға жіберілді", "Направлен на подпись", "Sent for signing"),
    "send_back": Phrase("Ескертумен қайтарылды", "Возвращён с замечанием", "Returned with a remark"),
    "call_back": Phrase("Жоба қайтарып алынды", "Проект возвращён на доработку", "The draft was taken back"),
    "sign": Phrase("Қол қойылды", "Подписан", "Signed"),
    "withdraw": Phrase("Жобадан бас тартылды", "Проект отозван", "The draft was withdrawn"),
}
_OTHERS: dict[str, dict[str, Phrase]] = {
    "withdrawal": WITHDRAWAL_DONE,
    "file_access": ACCESS_TABLE,
    "forwarded_part": PART_DONE,
    "destruction": {
        "propose": Phrase("Жоюға ұсынылды", "Предложено к уничтожению", "Proposed to be destroyed"),
        "reapply": Phrase(
            "Көшірмеден кейін акт қайта енгізілді",
            "Акт внесён снова после восстановления копии",
            "The act was entered again after a backup was restored",
        ),
        "name_commission": Phrase("Комиссия тағайындалды", "Назначена комиссия", "The commission was named"),
        "strike_out": Phrase("Іс тізімнен шығарылды", "Дело исключено из перечня", "A case was struck out"),
        "check": Phrase("Тізім тексерілді", "Перечень проверен", "The list was checked"),
        "approve": Phrase("Акт бекітілді", "Акт утверждён", "The act was approved"),
        "carry_out": Phrase("Деректер жойылды", "Данные уничтожены", "The data were destroyed"),
        "refuse": Phrase("Жоюдан бас тартылды", "В уничтожении отказано", "It was refused"),
    },
    "dispatch": {"send": Phrase("Жөнелту жазылды", "Записана отправка", "The dispatch was entered")},
    "slip": {
        "begin": Phrase("Қате көрсетілді", "Указана описка", "The slip was named"),
        "withdraw": Phrase("Түзетуден бас тартылды", "Исправление отозвано", "The correction was withdrawn"),
        "sign": Phrase("Түзетуге қол қойылды", "Исправление подписано", "The correction was signed"),
        "sign_and_send": Phrase("Қол қойылып, жөнелтілді", "Подписано и отправлено", "Signed and sent"),
        "send": Phrase("Түзету жөнелтілді", "Исправление отправлено", "The correction was sent"),
    },
    "cure_request": {
        "send": Phrase("Жою сұралды", "Попросили устранить", "Asked to mend"),
        "applicant_mends": Phrase(
            "Өтініш беруші толықтырды", "Заявитель дополнил обращение", "The applicant sent what was missing"
        ),
        "fall_short": Phrase("Бәрі келмегені белгіленді", "Отмечено, что пришло не всё", "Noted that not all came"),
        "cured": Phrase("Жойылғаны белгіленді", "Отмечено, что устранено", "Noted as mended"),
        "lapse": Phrase("Жойылмағаны белгіленді", "Отмечено, что не устранено", "Noted as not mended"),
    },
    "materials_request": {
        "send": Phrase("Сұрау жіберілді", "Направлен запрос", "The request was sent"),
        "receive": Phrase("Жауабы белгіленді", "Отмечен ответ", "The answer was noted"),
        "withdraw": Phrase("Сұраудан бас тартылды", "Запрос отозван", "The request was withdrawn"),
    },
}
_APPROVED = {
    **DRAFT_DONE,
    "send_to_sign": Phrase("Бекітуге жіберілді", "Направлен на утверждение", "Sent for approval"),
    "sign": Phrase("Бекітілді", "Утверждён", "Approved"),
}
_UNDONE = Phrase("Қате ашылған деп белгіленді", "Отмечено, что заведено по ошибке", "It was noted as a mistake")
_TIMED = {
    "extension": {
        "open": Phrase("Ұзарту сұралды", "Попросили продлить срок", "An extension was asked for"),
        "end": Phrase("Мерзім ұзартылды", "Срок продлён", "The term was extended"),
        "refuse": Phrase("Ұзартудан бас тартылды", "В продлении отказано", "The extension was refused"),
        "undo": _UNDONE,
    },
    "inspection": {
        "open": Phrase("Тексеру тағайындалды", "Назначена проверка", "An inspection was ordered"),
        "end": Phrase("Тексеру аяқталды", "Проверка окончена", "The inspection has ended"),
        "prolong": Phrase("Тексеру ұзартылды", "Проверка продлена", "The inspection was prolonged"),
        "undo": _UNDONE,
    },
    "control": {
        "open": Phrase("Бақылауға алынды", "Взято на контроль", "Taken under control"),
        "end": Phrase("Бақылаудан алынды", "Снято с контроля", "Released from control"),
        "undo": _UNDONE,
    },
}
_DONE = {
    "appeal": _APPEAL
    | ACCESS_DONE
    | HEARING_DONE
    | CHECKS_DONE
    | {f"write_{each.name}": each.begun for each in WRITTEN.values()},
    "answer_draft": DRAFT_DONE,
    **{each.name: _APPROVED if each.paper.approved else DRAFT_DONE for each in WRITTEN.values()},
    **_OTHERS,
    **_TIMED,
    "hearing": HEARING_TABLE,
    **CHECKS_TABLES,
}


def tell_done(table: str, said: dict[str, Phrase]) -> None:
    """Enter what was done by the steps that a room above has declared, or hung on a table of this one."""
    _DONE[table] = _DONE.get(table, {}) | said


def done_told(procedure: Procedure, name: str) -> Phrase | str:
    """Return what was done by a step, in words; the name of a step that the table has no longer."""
    told = _DONE.get(procedure.name, {}).get(name) or _KERNEL.get(name)
    if told is not None:
        return told
    step: Step | None = procedure.step_of.get(name)
    return step.title if step is not None else name
