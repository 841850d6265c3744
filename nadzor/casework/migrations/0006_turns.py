"""Indexes of the turns of proceedings, from one state into another: what statistics read of the journal."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("casework", "0005_lists"),
        ("organs", "0002_acting_instead_of"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("from_state", models.F("to_state")), _negated=True),
                fields=["proceeding", "proceeding_version"],
                include=("from_state", "to_state", "happened_on"),
                name="turns_of_proceeding",
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("from_state", models.F("to_state")), _negated=True),
                fields=["happened_on"],
                include=("proceeding", "from_state"),
                name="turns_by_day",
            ),
        ),
    ]
