"""Papers of the first days: what an appeal lacks, its return.

Source: 29I.25 (what is lacking, a reasonable time, the return that bars no new appeal); 29I.39-40 (requirements).
"""

from nadzor.appeals.rights import EXECUTOR_OR_KEEPER
from nadzor.law.words import Phrase
from nadzor.papers.declared import Item, Kind, Paper, Words, declare_paper

REQUEST_TO_CURE = declare_paper(
    Paper(
        "request_to_cure",
        Phrase("Кемшіліктерді жою туралы хабарлама", "Уведомление об устранении недостатков", "Request to mend"),
        ("29I.25.1",),
        (
            Item("appeal", Phrase("Жолданым", "Обращение", "Appeal"), ("29I.25.1",), Kind.HEAD),
            Item(
                "missing",
                Phrase("Сақталмаған талаптар", "Несоблюдённые требования", "Requirements not met"),
                ("29I.25.1",),
                Kind.LIST,
                Words(
                    "Сіздің {appeal} жолданымыңыз Әкімшілік рәсімдік-процестік кодекстің 63-бабының талаптарына сай "
                    "емес. Мыналар жоқ немесе толық емес:",
                    "Ваше обращение № {appeal} не соответствует требованиям статьи 63 Административного "
                    "процедурно-процессуального кодекса. Отсутствует или неполно указано следующее:",
                ),
            ),
            Item("words", Phrase("Түсіндірме", "Пояснение", "Explanation"), ("29I.25.1",), optional=True),
            Item(
                "due",
                Phrase("Жою мерзімі", "Срок устранения", "To be mended by"),
                ("29I.25.1",),
                Kind.DAY,
                Words(
                    "Жолданымды сәйкес келтіру мерзімі – {due} (осы күнді қоса).",
                    "Срок для приведения обращения в соответствие – по {due} включительно.",
                ),
            ),
            Item(
                "otherwise",
                Phrase("Жойылмаса", "Последствия", "What follows"),
                ("29I.25.2", "29I.25.3"),
                Kind.FIXED,
                Words(
                    "Осы мерзімде кемшіліктер жойылмаса, жолданым сізге қайтарылады. Қайтару жаңадан жүгінуге кедергі "
                    "болмайды.",
                    "Если недостатки не будут устранены в этот срок, обращение будет вам возвращено. Возврат не "
                    "препятствует новому обращению.",
                ),
            ),
            Item("day", Phrase("Хабарлама күні", "Дата уведомления", "Day of the notice"), ("29I.25.1",), Kind.HEAD),
        ),
        EXECUTOR_OR_KEEPER,
    )
)
