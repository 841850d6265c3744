"""Who signs the papers of personal reception, and the words that they share."""

from nadzor.casework.procedure import Right
from nadzor.law.posts import Post
from nadzor.law.words import Phrase
from nadzor.organs.roles import Role

RECEIVING = Right(
    "receiving",
    Phrase(
        "қабылдауды ұйымдастыратын қызметкер", "работник, ответственный за приём", "the employee charged with reception"
    ),
    lambda actor, case, _form: actor.has_role(Role.RECEPTION_PROSECUTOR, case.body.id),
    ("29R.17.1", "29R.32", "29R.42.1"),
)
LEADING = Right(
    "receiving_leader",
    Phrase("прокуратураның басшылығы", "руководство прокуратуры", "the leadership of the office"),
    lambda actor, case, _form: actor.leads(case.body.id),
    ("29R.4", "29R.15", "29R.28"),
)
_UNIT_LEADERS = (Post.UNIT_HEAD, Post.UNIT_DEPUTY_HEAD, Post.DIRECTORATE_HEAD, Post.SENIOR_ASSISTANT)
UNIT = Right(
    "receiving_unit",
    Phrase("бөлімшенің басшысы", "руководитель подразделения", "the head of the unit"),
    lambda actor, case, _form: any(held.post in _UNIT_LEADERS for held in actor.posts_in(case.body.id)),
    ("29R.17.2", "29R.22.2", "29R.37"),
)
WHO = Phrase("Өтініш беруші", "Заявитель", "Applicant")
NAME = Phrase("Тегі, аты, әкесінің аты", "Фамилия, имя, отчество", "Full name")
POST = Phrase("Лауазымы", "Должность", "Post")
DAYS = Phrase("Қабылдау күндері мен уақыты", "Дни и часы приёма", "Days and hours of reception")
PLACE = Phrase("Орны", "Место", "Place")
QUESTION = Phrase("Мәселенің мәні", "Суть вопроса", "Substance of the question")
RECEPTION = Phrase("Қабылдау күні", "Дата приёма", "Day of the reception")
OFFICIAL = Phrase("Қабылдайтын лауазымды адам", "Принимающее должностное лицо", "Who receives")
