"""Withdrawals of appeals: what they say and what became of them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("appeals", "0013_one_table_of_papers"),
    ]

    operations = [
        migrations.CreateModel(
            name="Withdrawal",
            fields=[
                (
                    "proceeding",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="withdrawal",
                        serialize=False,
                        to="casework.proceeding",
                    ),
                ),
                ("words", models.TextField()),
                ("came_on", models.DateField()),
                ("way", models.CharField(choices=[("portal", "Portal"), ("paper", "Paper")], max_length=10)),
                ("ground", models.CharField(blank=True, max_length=30)),
                ("reason", models.TextField(blank=True)),
            ],
        ),
    ]
