"""The reference book for citizens."""

from typing import ClassVar

from django.db import migrations, models

_KINDS = [("competence", "Competence"), ("persons", "Persons"), ("bodies", "Bodies")]


class Migration(migrations.Migration):
    """Rows: which body considers what, and whom 29I.4.2 details."""

    dependencies: ClassVar = [("organs", "0002_acting_instead_of")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="ReferenceEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kk", models.CharField(max_length=300)),
                ("ru", models.CharField(max_length=300)),
                ("en", models.CharField(max_length=300)),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                ("kind", models.CharField(choices=_KINDS, max_length=20)),
                ("body_kk", models.CharField(blank=True, max_length=300)),
                ("body_ru", models.CharField(blank=True, max_length=300)),
                ("body_en", models.CharField(blank=True, max_length=300)),
                ("contacts", models.CharField(blank=True, max_length=300)),
                ("source", models.CharField(max_length=300)),
            ],
            options={"ordering": ["kind", "ru", "id"]},
        ),
        migrations.AddConstraint(
            model_name="referenceentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"),
                name="reference_ends_after_it_begins",
            ),
        ),
    ]
