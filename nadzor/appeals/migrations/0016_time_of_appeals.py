"""What lengthens or watches the time of an appeal: extensions, inspections, controls."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("appeals", "0015_text_keys"),
        ("casework", "__first__"),
        ("organs", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Timed",
            fields=[
                (
                    "proceeding",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="timed",
                        serialize=False,
                        to="casework.proceeding",
                    ),
                ),
                ("since", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("words", models.TextField()),
                ("post", models.CharField(blank=True, max_length=300)),
                ("authority", models.CharField(blank=True, max_length=60)),
                ("additional", models.BooleanField(default=False)),
                ("document", models.CharField(blank=True, max_length=300)),
                ("outcome", models.TextField(blank=True)),
                ("ended_on", models.DateField(null=True)),
                ("before", models.JSONField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organs.person",
                    ),
                ),
            ],
        ),
    ]
