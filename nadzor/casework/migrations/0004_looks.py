"""The access log also holds looks at the log itself, and what was opened or searched for."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Widens the access log."""

    dependencies: ClassVar = [("casework", "0003_entries_of_subject")]
    operations: ClassVar = [
        migrations.AlterField(
            model_name="look",
            name="proceeding",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="looks",
                to="casework.proceeding",
            ),
        ),
        migrations.AddField(
            model_name="look",
            name="what",
            field=models.CharField(blank=True, default="", max_length=300),
            preserve_default=False,
        ),
        migrations.AddIndex(model_name="look", index=models.Index(fields=["at", "id"], name="looks_by_time")),
    ]
