"""Entries about the structure are found by what they are about."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """An index over entries that are about no proceeding."""

    dependencies: ClassVar = [("casework", "0002_seals_and_numbers")]
    operations: ClassVar = [
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("subject", ""), _negated=True),
                fields=["subject", "id"],
                name="entries_of_subject",
            ),
        ),
    ]
