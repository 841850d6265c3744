"""Other service that counts, and the special register."""

from typing import Any, ClassVar

import django.db.models.deletion
from django.db import migrations, models

_KINDS = [
    *(("armed_forces", "armed_forces"), ("internal_affairs", "internal_affairs")),
    *(("national_security", "national_security"), ("judicial", "judicial")),
    *(("state_institution", "state_institution"), ("law_enforcement", "law_enforcement")),
    *(("court_system", "court_system"), ("state_power", "state_power"), ("elected", "elected")),
    *(("science", "science"), ("teaching", "teaching")),
]


def _ordered(person: str) -> list[tuple[str, Any]]:
    """The fields of a row behind which an order stands."""
    to_person = models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name=person, to="organs.person")
    return [
        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
        ("since", models.DateField()),
        ("until", models.DateField(blank=True, null=True)),
        ("order_number", models.CharField(max_length=40)),
        ("order_day", models.DateField()),
        ("person", to_person),
    ]


def _ends(model: str, name: str) -> migrations.AddConstraint:
    condition = models.Q(("until__isnull", True), ("until__gte", models.F("since")), _connector="OR")
    return migrations.AddConstraint(model_name=model, constraint=models.CheckConstraint(condition=condition, name=name))


class Migration(migrations.Migration):
    """Rows of SYS.71 and SYS.73."""

    dependencies: ClassVar = [("organs", "0003_reference_book")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="Service",
            fields=[
                *_ordered("services"),
                ("kind", models.CharField(choices=_KINDS, max_length=30)),
                ("place", models.CharField(max_length=300)),
                ("included", models.BooleanField(default=False)),
            ],
        ),
        _ends("service", "service_ends_after_it_begins"),
        migrations.CreateModel(name="MilitaryRegister", fields=_ordered("military")),
        _ends("militaryregister", "military_ends_after_it_begins"),
    ]
