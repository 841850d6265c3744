"""What those are called who send an appeal on or ask to be told of it (29I.12, 29I.30), and the ways it arrives."""

from nadzor.law.facts import Authority
from nadzor.law.o29.registration import Channel
from nadzor.law.words import Phrase

CHANNEL_TITLES: dict[str, Phrase] = {
    Channel.PAPER: Phrase("қағаз түрінде", "на бумаге", "on paper"),
    Channel.PORTAL: Phrase("портал арқылы", "через портал", "through the portal"),
    Channel.CALL_CENTRE: Phrase("Call-орталық", "Call-центр", "Call-centre"),
    Channel.RECEPTION: Phrase("қабылдауда", "на приёме", "at a reception"),
    Channel.ORAL: Phrase("ауызша", "устно", "orally"),
    Channel.VIDEO: Phrase("бейнебайланыс", "по видеосвязи", "by video"),
    Channel.EMAIL: Phrase("электрондық пошта", "по электронной почте", "by e-mail"),
}
SENDER_TITLES: dict[str, Phrase] = {
    Authority.PRESIDENT: Phrase("Президент", "Президент", "The President"),
    Authority.STATE_SECRETARY: Phrase("Мемлекеттік кеңесші", "Государственный советник", "The State Counsellor"),
    Authority.PRESIDENTIAL_ADMINISTRATION_HEAD: Phrase(
        "Президент Әкімшілігінің Басшысы",
        "Руководитель Администрации Президента",
        "Head of the President’s Administration",
    ),
    Authority.PRESIDENTIAL_ADMINISTRATION_DEPUTY_HEAD: Phrase(
        "Президент Әкімшілігі Басшысының орынбасары",
        "Заместитель Руководителя Администрации Президента",
        "Deputy head of the President’s Administration",
    ),
    Authority.PRESIDENTIAL_ADMINISTRATION: Phrase(
        "Президент Әкімшілігі", "Администрация Президента", "The President’s Administration"
    ),
    Authority.PRESIDENTIAL_ASSISTANT: Phrase(
        "Президенттің көмекшісі", "Помощник Президента", "Assistant to the President"
    ),
    Authority.PRESIDENTIAL_ADVISER: Phrase("Президенттің кеңесшісі", "Советник Президента", "Adviser to the President"),
    Authority.PRESIDENTIAL_UNIT_HEAD: Phrase(
        "Президент Әкімшілігі бөлімшесінің басшысы",
        "Руководитель подразделения Администрации Президента",
        "Head of a unit of the President’s Administration",
    ),
    Authority.SECURITY_COUNCIL_SECRETARY: Phrase(
        "Қауіпсіздік Кеңесінің Хатшысы", "Секретарь Совета Безопасности", "Secretary of the Security Council"
    ),
    Authority.SECURITY_COUNCIL_DEPUTY: Phrase(
        "Қауіпсіздік Кеңесі Хатшысының орынбасары",
        "Заместитель Секретаря Совета Безопасности",
        "Deputy secretary of the Security Council",
    ),
    Authority.PRIME_MINISTER: Phrase("Премьер-Министр", "Премьер-Министр", "The Prime Minister"),
    Authority.DEPUTY_PRIME_MINISTER: Phrase(
        "Премьер-Министрдің орынбасары", "Заместитель Премьер-Министра", "A deputy prime minister"
    ),
    Authority.GOVERNMENT_OFFICE_HEAD: Phrase(
        "Үкімет Аппаратының Басшысы", "Руководитель Аппарата Правительства", "Head of the Government Office"
    ),
    Authority.GOVERNMENT_OFFICE: Phrase("Үкімет Аппараты", "Аппарат Правительства", "The Government Office"),
    Authority.PARLIAMENT_CHAIRMAN: Phrase(
        "Парламент Палатасының Төрағасы", "Председатель палаты Парламента", "Chairman of a chamber of Parliament"
    ),
    Authority.DEPUTY: Phrase("Парламент депутаты", "Депутат Парламента", "A deputy of Parliament"),
    Authority.PARLIAMENT_UNIT_HEAD: Phrase(
        "Парламент бөлімшесінің басшысы", "Руководитель подразделения Парламента", "Head of a unit of Parliament"
    ),
    Authority.CONSTITUTIONAL_COURT: Phrase("Конституциялық Сот", "Конституционный Суд", "The Constitutional Court"),
    Authority.SUPREME_COURT: Phrase("Жоғарғы Сот", "Верховный Суд", "The Supreme Court"),
    Authority.SUPREME_COURT_COLLEGIUM_CHAIRMAN: Phrase(
        "Жоғарғы Сот алқасының төрағасы",
        "Председатель коллегии Верховного Суда",
        "Chairman of a Supreme Court collegium",
    ),
    Authority.OMBUDSMAN: Phrase(
        "Адам құқықтары жөніндегі уәкіл", "Уполномоченный по правам человека", "The Commissioner for Human Rights"
    ),
    Authority.HUMAN_RIGHTS_CENTRE: Phrase(
        "Адам құқықтары жөніндегі ұлттық орталық",
        "Национальный центр по правам человека",
        "The National Centre for Human Rights",
    ),
    Authority.CENTRAL_BODY: Phrase(
        "орталық мемлекеттік орган", "центральный государственный орган", "a central state body"
    ),
    Authority.PARTY: Phrase("саяси партия", "политическая партия", "a political party"),
    Authority.PARTY_LEADER: Phrase(
        "саяси партияның басшысы", "руководитель политической партии", "leader of a political party"
    ),
    Authority.PROSECUTOR_GENERAL: Phrase("Бас Прокурор", "Генеральный Прокурор", "The Prosecutor General"),
    Authority.DEPUTY_PROSECUTOR_GENERAL: Phrase(
        "Бас Прокурордың орынбасары", "заместитель Генерального Прокурора", "Deputy Prosecutor General"
    ),
    Authority.GPO: Phrase("Бас прокуратура", "Генеральная прокуратура", "The Prosecutor General’s Office"),
    Authority.COMMITTEE: Phrase(
        "Бас прокуратураның комитеті",
        "комитет Генеральной прокуратуры",
        "a committee of the Prosecutor General’s Office",
    ),
    Authority.MILITARY: Phrase(
        "Бас әскери прокуратура", "Главная военная прокуратура", "The Chief Military Prosecutor’s Office"
    ),
    Authority.TRANSPORT: Phrase(
        "Бас көлік прокуратурасы", "Главная транспортная прокуратура", "The Chief Transport Prosecutor’s Office"
    ),
    Authority.OBLAST: Phrase("облыстың прокуратурасы", "прокуратура области", "an oblast prosecutor’s office"),
}
