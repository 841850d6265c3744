"""Whom somebody stands in for."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """`instead_of` of an acting period."""

    dependencies: ClassVar = [("organs", "0001_initial")]
    operations: ClassVar = [
        migrations.AddField(
            model_name="acting",
            name="instead_of",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="stood_in_for",
                to="organs.person",
            ),
        ),
    ]
