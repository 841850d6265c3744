"""What point 61 asks of who decides; parts of appeals forwarded by competence."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("appeals", "0017_hearings_and_checks"),
        ("casework", "0011_told_parties"),
        ("organs", "0007_second_factor"),
    ]

    operations = [
        migrations.CreateModel(
            name="ForwardedPart",
            fields=[
                (
                    "proceeding",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="forwarded_part",
                        serialize=False,
                        to="casework.proceeding",
                    ),
                ),
                ("to", models.CharField(max_length=300)),
                ("part", models.TextField()),
                ("reason", models.TextField()),
                (
                    "arrived",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="part_of",
                        to="casework.proceeding",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Vouched",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.IntegerField()),
                ("question", models.CharField(max_length=20)),
                ("said_at", models.DateTimeField()),
                (
                    "appeal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="vouched", to="appeals.appeal"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organs.person",
                    ),
                ),
            ],
        ),
    ]
