import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0011_told_parties"),
        ("organs", "0007_second_factor"),
        ("workplace", "0006_posted_letters"),
    ]

    operations = [
        migrations.CreateModel(
            name="PaperBatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(unique=True)),
                ("made_at", models.DateTimeField()),
                ("key", models.CharField(max_length=200, unique=True)),
                ("common", models.JSONField(default=dict)),
                ("told", models.JSONField(default=list)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("filling", "Filling"),
                            ("queued", "Queued"),
                            ("registering", "Registering"),
                            ("stopped", "Stopped"),
                        ],
                        default="filling",
                        max_length=12,
                    ),
                ),
                ("run", models.UUIDField(null=True)),
                ("total", models.IntegerField(default=0)),
                ("done", models.IntegerField(default=0)),
                ("left_out", models.IntegerField(default=0)),
                ("touched_at", models.DateTimeField()),
                (
                    "maker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="paper_batches", to="organs.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PaperRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.IntegerField()),
                ("said", models.JSONField(default=dict)),
                ("wrong", models.JSONField(default=dict)),
                ("number", models.CharField(blank=True, max_length=40)),
                (
                    "batch",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="workplace.paperbatch",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="casework.storedfile",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="paperbatch",
            index=models.Index(fields=["touched_at"], name="papers_by_touch"),
        ),
        migrations.AddConstraint(
            model_name="paperrow",
            constraint=models.UniqueConstraint(fields=("batch", "place"), name="paper_place_once"),
        ),
    ]
