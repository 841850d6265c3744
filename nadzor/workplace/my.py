"""The page "My settings": what of the workplace is one's own, each with its page."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from nadzor.law.words import Phrase
from nadzor.workplace.staff import StaffRequest, for_staff, page

_PAGES: tuple[tuple[str, Phrase, Phrase], ...] = (
    (
        "my-calendar",
        Phrase("Менің күнтізбем", "Мой календарь", "My calendar"),
        Phrase(
            "Істеріңіздің мерзімдері телефон мен компьютер күнтізбесінде.",
            "Сроки ваших дел в календаре телефона и компьютера.",
            "The terms of your cases in the calendar of your telephone and computer.",
        ),
    ),
    (
        "saved-views",
        Phrase("Сақталған көріністер", "Сохранённые виды", "Saved views"),
        Phrase(
            "Тізімнің атау берілген сүзгілері: атауын өзгерту, алып тастау.",
            "Фильтры списка под названием: переименовать, удалить.",
            "Filters of the list under a name: rename, remove.",
        ),
    ),
    (
        "answer-templates",
        Phrase("Жауап үлгілері", "Шаблоны ответов", "Templates of answers"),
        Phrase(
            "Прокуратураның және бөлімшеңіздің дайын мәтіндері.",
            "Готовые тексты прокуратуры и вашего подразделения.",
            "Ready texts of the office and of your unit.",
        ),
    ),
    (
        "my-lists",
        Phrase("Бағандар мен жолдардың биіктігі", "Столбцы и высота строк", "Columns and height of rows"),
        Phrase("Тізімдерде не көрсетіледі.", "Что показывают списки.", "What lists show."),
    ),
    (
        "my-keys",
        Phrase("Пернелер", "Клавиши", "Keys"),
        Phrase(
            "Пернелер тізімі; жеке пернелерді қосу, өшіру.",
            "Список клавиш; включить или выключить одиночные.",
            "The list of keys; single keys on or off.",
        ),
    ),
    (
        "my-data",
        Phrase("Сіз туралы не сақталады", "Что о вас хранится", "What is kept about you"),
        Phrase(
            "Тіркелгі, лауазымдар, қарауларыңыз; PDF және JSON.",
            "Учётная запись, должности, ваши просмотры; PDF и JSON.",
            "Your account, posts, looks; PDF and JSON.",
        ),
    ),
    (
        "password",
        Phrase("Құпиясөз", "Пароль", "Password"),
        Phrase("Құпиясөзді ауыстыру.", "Сменить пароль.", "Change the password."),
    ),
    (
        "my-factors",
        Phrase("Екінші фактор", "Второй фактор", "Second factor"),
        Phrase(
            "Құпиясөзге қосымша: қолданба коды, кілт, қалпына келтіру кодтары.",
            "В дополнение к паролю: код приложения, ключ, коды восстановления.",
            "Beside the password: the code of an application, a key, recovery codes.",
        ),
    ),
    (
        "my-sessions",
        Phrase("Қайда кіргенмін", "Где выполнен вход", "Where I am signed in"),
        Phrase(
            "Ашық сеанстар: құрылғы, мекенжай, уақыт; артығын жабу.",
            "Открытые сеансы: устройство, адрес, время; закрыть лишние.",
            "Open sessions: device, address, time; close those not needed.",
        ),
    ),
)


@for_staff
@require_safe
def my_settings(request: StaffRequest) -> HttpResponse:
    """List the pages of one's own."""
    pages = [{"url": reverse(name), "title": title, "words": words} for name, title, words in _PAGES]
    return page(request, "workplace/my.html", {"here": "my", "pages": pages})
