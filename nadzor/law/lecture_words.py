"""Words of the lecture on the system of the prosecutor's offices. It is no law: its pages say so beside each."""

from nadzor.law.definitions import Definition
from nadzor.law.words import Phrase

DEFINITIONS: tuple[Definition, ...] = (
    Definition(
        "prosecution_service",
        Phrase("прокуратура", "прокуратура", "prosecutor's office"),
        Phrase(
            "Бірыңғай, орталықтандырылған, басқа органдар мен лауазымды адамдардан тәуелсіз мемлекеттік орган. "
            "Биліктің ешбір тармағына жатпайды, Президентке ғана есеп береді.",
            "Единый, централизованный государственный орган, независимый от других органов и должностных лиц. Не "
            "относится ни к одной ветви власти и подотчётен только Президенту.",
            "A single, centralised state body, independent of other bodies and officials. It belongs to no branch of "
            "power and accounts to the President alone.",
        ),
        ("SYS.4", "SYS.5"),
    ),
    Definition(
        "functions",
        Phrase("прокуратураның функциялары", "функции прокуратуры", "functions of the office"),
        Phrase(
            "Мемлекет атынан: заңдылыққа жоғары қадағалау, сотта мемлекет мүддесін білдіру, қылмыстық қудалау.",
            "От имени государства: высший надзор за законностью, представительство интересов государства в суде, "
            "уголовное преследование.",
            "In the name of the state: the highest supervision over legality, representing the interests of the state "
            "in court, criminal prosecution.",
        ),
        ("SYS.11",),
    ),
    Definition(
        "main_task",
        Phrase("прокурордың басты міндеті", "главная задача прокурора", "main task of a prosecutor"),
        Phrase(
            "Заң бұзушылықты анықтау, оны жоюға қол жеткізу, кінәсіз адамдарды қорғау, бұзушылардың жауаптылығы туралы "
            "мәселе қою.",
            "Обнаружить нарушение закона, добиться его устранения, защитить невиновных, поставить вопрос об "
            "ответственности нарушителей.",
            "To find a breach of law, get it removed, protect the innocent and raise the question of the liability of "
            "offenders.",
        ),
        ("SYS.9",),
    ),
    Definition(
        "prosecutor",
        Phrase("прокурор", "прокурор", "prosecutor"),
        Phrase(
            "Азаматтардың құқықтары мен бостандықтарын қорғауға, заңдылықты бақылауға және қадағалауға бағытталған "
            "белгілі өкілеттіктері бар лауазымды адам.",
            "Должностное лицо с определёнными полномочиями: защищать права и свободы граждан, контролировать "
            "законность и осуществлять надзор.",
            "An official with defined powers: to protect the rights and freedoms of citizens, to control legality and "
            "to carry out supervision.",
        ),
        ("SYS.80",),
    ),
    Definition(
        "collegium",
        Phrase("алқа", "коллегия", "collegium"),
        Phrase(
            "Прокуратура органдары қызметінің мәселелерін қарайтын алқалы орган. Бас прокуратурада, ведомстволарда, "
            "облыс прокуратураларында және оларға теңестірілгендерде құрылады.",
            "Совещательный орган, который рассматривает вопросы деятельности прокуратуры. Образуется в Генеральной "
            "прокуратуре, ведомствах, прокуратурах областей и приравненных к ним.",
            "A body that considers questions of the work of the offices. It is formed in the General Prosecutor's "
            "Office, in agencies, in the offices of oblasts and those equal to them.",
        ),
        ("SYS.22",),
    ),
    Definition(
        "specialised",
        Phrase("мамандандырылған прокуратура", "специализированная прокуратура", "specialised office"),
        Phrase(
            "Өз саласында ғана әрекет ететін прокуратура: әскери, көлік, табиғат қорғау, түзеу мекемелерін немесе "
            "ерекше маңызды объектілерді қадағалайтын. Аумақтық прокуратураны алмастырмайды, онымен бірге жұмыс "
            "істейді.",
            "Прокуратура, которая действует только в своей сфере: военная, транспортная, природоохранная, по надзору в "
            "исправительных учреждениях или на особо важных объектах. Территориальную не подменяет, а работает с ней "
            "вместе.",
            "An office that acts in its own sphere alone: military, transport, environmental, for correctional "
            "institutions or objects of special importance. It does not replace a territorial office but works with "
            "it.",
        ),
        ("SYS.66", "SYS.37", "SYS.38", "SYS.67"),
    ),
    Definition(
        "special_service",
        Phrase(
            "мемлекеттік қызметтің арнайы түрі",
            "специальный вид государственной службы",
            "special kind of state service",
        ),
        Phrase(
            "Прокуратура органдарындағы қызмет: құқықтары мен міндеттері мемлекеттік қызметтің басқа түрлерінен "
            "өзгеше.",
            "Служба в органах прокуратуры: права и обязанности сотрудников отличаются от других видов государственной "
            "службы.",
            "Service in the prosecutor's offices: the rights and duties of its staff differ from those of other kinds "
            "of state service.",
        ),
        ("SYS.69",),
    ),
    Definition(
        "guarantees",
        Phrase("прокурордың кепілдіктері", "гарантии прокурора", "guarantees of a prosecutor"),
        Phrase(
            "Прокурордың құқықтары мен мүдделері қорғалады. Бірде-бір лауазымды адамның немесе органның оның жұмысына "
            "араласуға құқығы жоқ.",
            "Права и интересы прокурора защищены. Ни одно должностное лицо и ни один орган не вправе вмешиваться в его "
            "работу.",
            "The rights and interests of a prosecutor are protected. No official and no body has the right to "
            "interfere in a prosecutor's work.",
        ),
        ("SYS.70", "SYS.83"),
    ),
    Definition(
        "length_of_service",
        Phrase("қызмет өтілі", "служебный стаж", "length of service"),
        Phrase(
            "Прокуратурадағы қызмет уақыты. Оған мыналар да есептеледі: Қарулы Күштердегі, ішкі істер, ұлттық "
            "қауіпсіздік және сот органдарындағы, басқа мемлекеттік мекемелердегі қызмет; заң мамандығы бойынша ғылыми "
            "және педагогикалық жұмыс, өкілді органдардағы сайланбалы лауазымдар да қосылуы мүмкін.",
            "Время службы в прокуратуре. Засчитывается и служба в Вооружённых силах, органах внутренних дел, "
            "национальной безопасности, судебных органах и других государственных учреждениях; может включаться работа "
            "на выборных должностях представительных органов, научная и педагогическая работа по юридической "
            "специальности.",
            "Time served in the office. Service in the Armed Forces, in bodies of internal affairs, national security "
            "and the courts and in other state institutions counts too; elected posts in representative bodies and "
            "scientific or teaching work in a legal speciality may be included.",
        ),
        ("SYS.74", "SYS.75", "SYS.76", "SYS.77", "SYS.78"),
    ),
)
