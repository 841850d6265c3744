"""The system of the offices as the lecture tells it: what a post is for, who appoints, spheres, transport, collegia.

The lecture is no law (rank `no_law`): nothing here gives a right to sign. What binds the structure are the checks of
`nadzor.organs.seed_data` and `nadzor.casework.structure`, which ask this module who appoints and where a collegium is.
"""

from dataclasses import dataclass
from enum import StrEnum

from nadzor.law.posts import Body, Official, Post
from nadzor.law.words import Phrase

# SYS.22: where collegia are formed: the centre, agencies, offices of oblasts and those equal to them; nowhere below.
COLLEGIUM = "collegium"  # the code of the unit
COLLEGIUM_BODIES = frozenset(
    {Body.GPO, Body.COMMITTEE, Body.ASSET_RECOVERY, Body.OBLAST, Body.MILITARY, Body.TRANSPORT}
)
COLLEGIUM_CITES = ("SYS.22",)


class Decider(StrEnum):
    """Who decides something about the system."""

    PRESIDENT = "president"
    PROSECUTOR_GENERAL = "prosecutor_general"


DECIDERS: dict[Decider, Phrase] = {
    Decider.PRESIDENT: Phrase("Президент", "Президент", "the President"),
    Decider.PROSECUTOR_GENERAL: Phrase("Бас Прокурор", "Генеральный Прокурор", "the Prosecutor General"),
}


@dataclass(frozen=True, slots=True)
class Decided:
    """Something that one person decides. `after`: whose consent or submission comes first."""

    norm: str
    what: Phrase
    by: Decider
    after: Phrase | None = None
    post: Official | None = None


DECIDED: tuple[Decided, ...] = (
    Decided(
        "SYS.58",
        Phrase(
            "Бас Прокурорды 5 жылға тағайындау",
            "назначение Генерального Прокурора на 5 лет",
            "appointment of the Prosecutor General for 5 years",
        ),
        Decider.PRESIDENT,
        Phrase("Парламент Сенатының келісімімен", "с согласия Сената Парламента", "with the consent of the Senate"),
        Official(Body.GPO, Post.PROSECUTOR_GENERAL),
    ),
    Decided(
        "SYS.27",
        Phrase(
            "Бас әскери прокурорды тағайындау",
            "назначение Главного военного прокурора",
            "appointment of the Chief Military Prosecutor",
        ),
        Decider.PRESIDENT,
        Phrase(
            "Бас Прокурордың ұсынуы бойынша",
            "по представлению Генерального Прокурора",
            "on submission of the Prosecutor General",
        ),
        Official(Body.MILITARY, Post.HEAD),
    ),
    Decided(
        "SYS.68",
        Phrase(
            "сыныптық шен немесе әскери атақ берілетін лауазымдардың тізімі",
            "список должностей, которым присваиваются классные чины или воинские звания",
            "the list of posts that carry class ranks or military ranks",
        ),
        Decider.PRESIDENT,
    ),
    Decided(
        "SYS.25",
        Phrase(
            "прокуратура нышандарының сипаттамасы",
            "описание символов прокуратуры",
            "the description of the symbols of the office",
        ),
        Decider.PRESIDENT,
    ),
    Decided(
        "SYS.48",
        Phrase(
            "алқаның регламенті және алқа мүшелерінің мәртебесі",
            "регламент коллегии и статус её членов",
            "the regulations of the collegium and the status of its members",
        ),
        Decider.PROSECUTOR_GENERAL,
    ),
)
APPOINTED_BY_PRESIDENT: dict[Official, Decided] = {row.post: row for row in DECIDED if row.post is not None}

# SYS.28: a post that comes with another. It is shown; a right to sign as a deputy would need an order that says so.
EX_OFFICIO: dict[Official, Official] = {
    Official(Body.MILITARY, Post.HEAD): Official(Body.GPO, Post.DEPUTY_PROSECUTOR_GENERAL),
}
EX_OFFICIO_CITES = ("SYS.28",)


@dataclass(frozen=True, slots=True)
class PostFact:
    """A category of posts: who holds them, what they do and answer for."""

    posts: tuple[Post, ...]
    title: Phrase
    does: Phrase
    cites: tuple[str, ...]


POST_FACTS: tuple[PostFact, ...] = (
    PostFact(
        (Post.PROSECUTOR_GENERAL,),
        Phrase("Бас Прокурор", "Генеральный Прокурор", "Prosecutor General"),
        Phrase(
            "Ең жоғары лауазымды адам, прокуратура органдарының бүкіл жүйесін басқарады. Жүйені басқару мен үйлестіру, "
            "мемлекеттік биліктің басқа органдарымен өзара іс-қимыл үшін жауап береді.",
            "Высшее должностное лицо, возглавляет всю систему прокуратуры. Отвечает за руководство системой, её "
            "координацию и взаимодействие с другими органами государственной власти.",
            "The highest official, heads the whole system. Answers for leading and coordinating it and for cooperation "
            "with other bodies of state power.",
        ),
        ("SYS.57", "SYS.59"),
    ),
    PostFact(
        (Post.DEPUTY_PROSECUTOR_GENERAL,),
        Phrase(
            "Бас Прокурордың бірінші орынбасары мен орынбасарлары",
            "Первый заместитель и заместители Генерального Прокурора",
            "First Deputy and Deputies of the Prosecutor General",
        ),
        Phrase(
            "Жедел басқаруды жүргізеді, жекелеген департаменттер мен басқармалардың жұмысын үйлестіреді, аса маңызды "
            "мәселелер бойынша шешімдерді дайындауға және қабылдауға қатысады.",
            "Ведут оперативное управление, координируют работу отдельных департаментов и управлений, участвуют в "
            "подготовке и принятии решений по важнейшим вопросам.",
            "Lead day-to-day administration, coordinate single departments and directorates, take part in preparing "
            "and taking decisions on the most important questions.",
        ),
        ("SYS.60", "SYS.61", "SYS.62"),
    ),
    PostFact(
        (Post.HEAD,),
        Phrase(
            "Облыстардың, қалалардың, аудандардың және мамандандырылған прокуратуралардың прокурорлары",
            "Прокуроры областей, городов, районов и специализированных прокуратур",
            "Prosecutors of oblasts, cities, districts and specialised offices",
        ),
        Phrase(
            "Жергілікті жерде заңдылықты қадағалайды: жергілікті билік әрекеттерінің заңдылығын, қылмыстық істерді "
            "тергеуді, басқа құқық қорғау органдарының жұмысын бақылайды.",
            "Осуществляют надзор за законностью на местах: контролируют действия местных органов власти, расследование "
            "уголовных дел и деятельность иных правоохранительных органов.",
            "Carry out supervision over legality on the spot: they control the actions of local authorities, the "
            "investigation of criminal cases and the work of other law-enforcement bodies.",
        ),
        ("SYS.63", "SYS.64"),
    ),
    PostFact(
        (Post.HEAD,),
        Phrase(
            "Әскери, көлік және өзге мамандандырылған прокурорлар",
            "Военные, транспортные и другие специализированные прокуроры",
            "Military, transport and other specialised prosecutors",
        ),
        Phrase(
            "Өз саласындағы заңдылықты қадағалайды. Өкілеттіктері осы саламен шектеледі.",
            "Осуществляют надзор за законностью в своей сфере. Их полномочия ограничены этой сферой.",
            "Carry out supervision over legality in their own sphere. Their powers end with that sphere.",
        ),
        ("SYS.66", "SYS.67"),
    ),
    PostFact(
        (Post.DEPUTY_HEAD, Post.SENIOR_ASSISTANT, Post.ASSISTANT, Post.PROSECUTOR),
        Phrase(
            "Прокурорлардың орынбасарлары, аға көмекшілері мен көмекшілері, басқармалар мен бөлімдердің аға "
            "прокурорлары мен прокурорлары",
            "Заместители прокуроров, старшие помощники и помощники, старшие прокуроры и прокуроры управлений и отделов",
            "Deputies of prosecutors, senior assistants and assistants, senior prosecutors and prosecutors of "
            "directorates and divisions",
        ),
        Phrase(
            "Төменгі деңгейлерде прокуратураның тиімді жұмыс істеуін қамтамасыз етеді.",
            "Обеспечивают работу прокуратуры на более низких уровнях.",
            "Keep the office working at the lower levels.",
        ),
        ("SYS.65",),
    ),
)


class Transport(StrEnum):
    """Kinds of transport that the transport offices supervise."""

    RAIL = "rail"
    WATER = "water"
    AIR = "air"
    PIPELINE = "pipeline"


TRANSPORT: dict[Transport, Phrase] = {
    Transport.RAIL: Phrase("теміржол көлігі", "железнодорожный транспорт", "rail transport"),
    Transport.WATER: Phrase("су көлігі", "водный транспорт", "water transport"),
    Transport.AIR: Phrase("әуе көлігі", "воздушный транспорт", "air transport"),
    Transport.PIPELINE: Phrase("құбыржол көлігі", "трубопроводный транспорт", "pipeline transport"),
}
TRANSPORT_CITES = ("SYS.24",)

TRANSPORT_TASKS: tuple[tuple[str, Phrase], ...] = (
    (
        "SYS.29",
        Phrase(
            "мемлекет мүддесін және ұлттық қауіпсіздікті қорғау: терроризмге, есірткі тасымалына, заңсыз көші-қонға "
            "жол бермеу",
            "защита интересов государства и национальной безопасности: исключить терроризм, провоз наркотиков, "
            "незаконную миграцию",
            "protection of state interests and national security: shutting out terrorism, carriage of drugs, illegal "
            "migration",
        ),
    ),
    (
        "SYS.30",
        Phrase(
            "теміржол, су, әуе, құбыржол көлігіндегі және көлік инфрақұрылымы объектілеріндегі қауіпсіздік",
            "безопасность на железнодорожном, водном, воздушном, трубопроводном транспорте и объектах инфраструктуры",
            "safety on rail, water, air and pipeline transport and at objects of transport infrastructure",
        ),
    ),
    (
        "SYS.31",
        Phrase(
            "табиғи ортаны көліктің барлық түрінен қорғау, әсіресе қауіпті жүктер тасымалданғанда",
            "защита природной среды от всех видов транспорта, особенно при перевозке опасных грузов",
            "protection of the environment from all kinds of transport, above all when dangerous cargo is carried",
        ),
    ),
    (
        "SYS.32",
        Phrase(
            "тасымалданатын стратегиялық маңызды жүктердің сақталуы: астық, мұнай, мұнай өнімдері, әскери техника",
            "сохранность стратегически важных грузов в пути: зерно, нефть, нефтепродукты, военное оборудование",
            "safe-keeping of strategically important cargo under way: grain, oil, oil products, military equipment",
        ),
    ),
    (
        "SYS.33",
        Phrase(
            "жолаушылардың және көлік қызметтерін басқа тұтынушылардың құқықтарын қорғау",
            "защита прав пассажиров и других потребителей транспортных услуг",
            "protection of the rights of passengers and other consumers of transport services",
        ),
    ),
)

# SYS.23: set up in 1980 by the railways of that time; then renamed. The first name, the later one.
FORMER_TRANSPORT: tuple[tuple[Phrase, Phrase], ...] = (
    (
        Phrase("Алматы көлік прокуратурасы", "Алматинская транспортная прокуратура", "Almaty transport office"),
        Phrase(
            "Оңтүстік-Шығыс өңірлік көлік прокуратурасы",
            "Юго-Восточная региональная транспортная прокуратура",
            "South-East regional transport office",
        ),
    ),
    (
        Phrase("Целинная көлік прокуратурасы", "Целинная транспортная прокуратура", "Tselinnaya transport office"),
        Phrase(
            "Орталық өңірлік көлік прокуратурасы",
            "Центральная региональная транспортная прокуратура",
            "Central regional transport office",
        ),
    ),
    (
        Phrase(
            "Батыс Қазақстан көлік прокуратурасы",
            "Западно-Казахстанская транспортная прокуратура",
            "West-Kazakhstan transport office",
        ),
        Phrase(
            "Батыс өңірлік көлік прокуратурасы",
            "Западная региональная транспортная прокуратура",
            "Western regional transport office",
        ),
    ),
)
FORMER_CITES = ("SYS.23",)

# SYS.56: the categories of posts, each with its own functions and responsibility, are the rows of POST_FACTS (SYS.52).
CATEGORIES_CITES = ("SYS.56", "SYS.52")


def has_collegium(body: Body) -> bool:
    """Whether a collegium may be formed in a body of a kind. Source: SYS.22."""
    return body in COLLEGIUM_BODIES
