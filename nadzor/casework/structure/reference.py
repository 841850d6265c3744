"""The reference book for citizens: which body considers what (MEMO.18), whom point 4 means (29I.4.2).

The memo announces the guide and the order the categories, and neither text carries a row. So the book is kept by the
administrator of the Prosecutor General's Office, each row with the act it is taken from and the days it holds.
"""

from typing import Annotated

from pydantic import Field

from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.structure import Ground, StructureStep, Written, offers
from nadzor.casework.structure.forms import Close, Line, NameEn, NameKk, NameRu, OrderDay, OrderNumber, Since, Until
from nadzor.casework.structure.posts import require_end
from nadzor.casework.structure.rules import as_data, end_row, refused, require_days, require_order
from nadzor.casework.structure.sight import Kind
from nadzor.law.words import Phrase
from nadzor.organs.models import Body, ReferenceEntry

REFERENCE_CITES = ("MEMO.18", "29I.4.2")
REFERENCE_KINDS = {
    ReferenceEntry.Kind.COMPETENCE: Phrase(
        "қай шағымды қай орган қарайды", "кто рассматривает жалобу", "who considers a complaint"
    ),
    ReferenceEntry.Kind.PERSONS: Phrase(
        "4-тармақ 1) тармақшадағы адамдар мен мән-жайлар",
        "лица и обстоятельства подпункта 1) пункта 4",
        "persons and circumstances of point 4, sub-point 1)",
    ),
    ReferenceEntry.Kind.BODIES: Phrase(
        "4-тармақ 2) тармақшадағы адамдар мен мән-жайлар",
        "лица и обстоятельства подпункта 2) пункта 4",
        "persons and circumstances of point 4, sub-point 2)",
    ),
}
_ONLY_CENTRE = Phrase(
    "Анықтамалықты Бас прокуратура жүргізеді. Оның әкімшісіне жүгініңіз.",
    "Справочник ведёт Генеральная прокуратура. Обратитесь к её администратору.",
    "The General Prosecutor's Office keeps the reference book. Ask its administrator.",
)
_WHO = Phrase(
    "Шағымды қарайтын органды үш тілде жазыңыз.",
    "Укажите на трёх языках орган, который рассматривает жалобу.",
    "Name in three languages the body that considers the complaint.",
)
_WHERE = Phrase(
    "Байланыс деректерін жазыңыз: мекенжай, телефон немесе сайт.",
    "Укажите, как обратиться: адрес, телефон или сайт.",
    "Say how to reach it: address, telephone or site.",
)
_Body = Annotated[Text, Field(max_length=300)]


class AddReference(Form):
    """A row of the book."""

    kind: Annotated[
        ReferenceEntry.Kind,
        Asked(Phrase("Тізім", "Список", "List"), widget="choice", choices=tuple(REFERENCE_KINDS.items())),
    ]
    kk: Annotated[NameKk, Asked(Phrase("Мәселе, қазақша", "Предмет, на казахском", "Subject, in Kazakh"))]
    ru: Annotated[NameRu, Asked(Phrase("Мәселе, орысша", "Предмет, на русском", "Subject, in Russian"))]
    en: Annotated[NameEn, Asked(Phrase("Мәселе, ағылшынша", "Предмет, на английском", "Subject, in English"))]
    body_kk: Annotated[_Body, Asked(Phrase("Орган, қазақша", "Орган, на казахском", "Body, in Kazakh"))] = ""
    body_ru: Annotated[_Body, Asked(Phrase("Орган, орысша", "Орган, на русском", "Body, in Russian"))] = ""
    body_en: Annotated[_Body, Asked(Phrase("Орган, ағылшынша", "Орган, на английском", "Body, in English"))] = ""
    contacts: Annotated[_Body, Asked(Phrase("Байланыс деректері", "Как обратиться", "How to reach it"))] = ""
    source: Annotated[
        Line,
        Asked(
            Phrase("Дереккөз", "Источник", "Source"),
            Phrase(
                "Жол алынған акт: оның атауы, нөмірі, күні.",
                "Акт, из которого взята строка: название, номер, дата.",
                "The act the row is taken from: its name, number, day.",
            ),
        ),
    ]
    since: Since
    until: Until = None
    order_number: OrderNumber
    order_day: OrderDay


def _add_reference(ground: Ground, body: Body, form: AddReference) -> Written:  # noqa: ARG001  # as all changes
    if body.parent_id is not None:
        raise refused("kind", _ONLY_CENTRE)
    if form.kind == ReferenceEntry.Kind.COMPETENCE:
        for name in ("body_kk", "body_ru", "body_en"):
            if not getattr(form, name):
                raise refused(name, _WHO)
        if not form.contacts:
            raise refused("contacts", _WHERE)
    require_order(form)
    require_days(form)
    row = ReferenceEntry.objects.create(**form.model_dump(exclude={"order_number", "order_day"}))
    return Written(body, f"reference:{row.pk}", shown=f"body:{body.code}")


def _end_reference(ground: Ground, row: ReferenceEntry, form: Close) -> Written:  # noqa: ARG001
    require_end(row, form)
    body = Body.objects.get(parent__isnull=True)
    was = as_data(row)
    done = end_row(row, form.until)
    return Written(body, f"reference:{was['id']}", {"was": was, "done": done}, shown=f"body:{body.code}")


offers(
    StructureStep(
        "add_reference",
        Phrase("Анықтамалыққа жол қосу", "Добавить строку в справочник", "Add a row to the reference book"),
        Kind.BODY,
        AddReference,
        _add_reference,
        cites=REFERENCE_CITES,
    ),
    StructureStep(
        "end_reference",
        Phrase("Анықтамалық жолын аяқтау", "Завершить строку справочника", "End a row of the reference book"),
        Kind.REFERENCE,
        Close,
        _end_reference,
        final=True,
        cites=REFERENCE_CITES,
    ),
)
