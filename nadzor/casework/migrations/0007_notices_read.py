"""Notices to the staff are marked as read; what is unread is counted on every page of the workplace."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0006_turns"),
    ]

    operations = [
        migrations.AddField(
            model_name="notice",
            name="read_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=Q(person__isnull=False, read_at__isnull=True),
                fields=["person", "id"],
                name="notices_unread",
            ),
        ),
    ]
