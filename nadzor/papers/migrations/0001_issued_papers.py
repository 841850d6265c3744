"""Papers that were issued."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("casework", "0007_notices_read"),
        ("organs", "0005_powers_to_sign"),
    ]

    operations = [
        migrations.CreateModel(
            name="IssuedPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.IntegerField()),
                ("paper", models.CharField(max_length=60)),
                ("language", models.CharField(max_length=2)),
                ("serial", models.IntegerField()),
                ("number", models.CharField(max_length=60)),
                ("day", models.DateField()),
                ("to", models.CharField(max_length=12)),
                ("addressee", models.CharField(blank=True, max_length=400)),
                ("data", models.JSONField()),
                ("signed_by", models.CharField(blank=True, max_length=300)),
                ("code", models.CharField(max_length=20, unique=True)),
                ("data_sha256", models.CharField(max_length=64)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("made_at", models.DateTimeField()),
                (
                    "corrects",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrected_by",
                        to="papers.issuedpaper",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casework.storedfile",
                    ),
                ),
                (
                    "proceeding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="casework.proceeding"
                    ),
                ),
                (
                    "signer",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organs.person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("proceeding", "serial"), name="paper_number_once_a_proceeding")
                ],
            },
        ),
    ]
