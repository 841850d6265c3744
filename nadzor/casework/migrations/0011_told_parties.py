"""Whom a notice goes to beside the applicant; contacts confirmed (article 66); a letter that the addressee declined."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0010_destruction"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="delivery",
            name="attempt_once_a_way",
        ),
        migrations.AddField(
            model_name="delivery",
            name="party",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="casework.party",
            ),
        ),
        migrations.AddField(
            model_name="party",
            name="contacts_confirmed",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="delivery",
            name="outcome",
            field=models.CharField(
                choices=[
                    ("waiting", "Waiting"),
                    ("sending", "Sending"),
                    ("broken_off", "Broken Off"),
                    ("deferred", "Deferred"),
                    ("listed", "Listed"),
                    ("sent", "Sent"),
                    ("delivered", "Delivered"),
                    ("declined", "Declined"),
                    ("returned", "Returned"),
                    ("refused", "Refused"),
                    ("gave_up", "Gave Up"),
                ],
                default="waiting",
                max_length=12,
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.UniqueConstraint(
                fields=("notice", "party", "way", "attempt"), name="attempt_once_a_way", nulls_distinct=False
            ),
        ),
    ]
