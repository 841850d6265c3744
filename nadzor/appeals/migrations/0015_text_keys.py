"""Keys of texts: damaged copies are found by them. Appeals registered before get theirs here."""

from django.db import migrations, models


def _fill(apps, schema_editor):
    from nadzor.appeals.ends.likeness import KEEP  # noqa: PLC0415
    from nadzor.law.o29.likeness import keys_of  # noqa: PLC0415

    appeals = apps.get_model("appeals", "Appeal").objects.filter(forwarded_from=None).exclude(text="")
    with schema_editor.connection.cursor() as cursor:
        for pk, text in appeals.order_by("pk").values_list("pk", "text").iterator(chunk_size=2000):
            if keys := keys_of(text):
                cursor.execute(KEEP, (pk, keys))


class Migration(migrations.Migration):
    dependencies = [
        ("appeals", "0014_withdrawals"),
    ]

    operations = [
        migrations.CreateModel(
            name="TextKey",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "key", "appeal", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.IntegerField()),
                ("appeal", models.BigIntegerField()),
            ],
        ),
        migrations.RunPython(_fill, migrations.RunPython.noop),
    ]
