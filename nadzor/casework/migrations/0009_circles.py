"""Sealed cases: who alone sees them."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("organs", "0005_powers_to_sign"),
        ("casework", "0008_deliveries"),
    ]

    operations = [
        migrations.CreateModel(
            name="Circle",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("made_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Reader",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "circle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="readers", to="casework.circle"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organs.person"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("person", "circle"), name="reader_once")],
            },
        ),
        migrations.AddField(
            model_name="proceeding",
            name="circle",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="proceedings",
                to="casework.circle",
            ),
        ),
        migrations.AddIndex(
            model_name="proceeding",
            index=models.Index(
                condition=Q(("circle__isnull", False)), fields=["circle", "open", "next_due", "id"], name="of_circle"
            ),
        ),
    ]
