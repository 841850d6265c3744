"""Requests of participants to see the file."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("appeals", "0018_bans_and_parts"),
        ("casework", "0011_told_parties"),
    ]

    operations = [
        migrations.CreateModel(
            name="FileAccess",
            fields=[
                (
                    "proceeding",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="file_access",
                        serialize=False,
                        to="casework.proceeding",
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("came_on", models.DateField()),
                ("on", models.DateField(null=True)),
                ("hour", models.CharField(blank=True, max_length=5)),
                ("place", models.CharField(blank=True, max_length=300)),
            ],
        ),
    ]
