"""Letters of a batch, in the words of the office, that go to the post: who asked, which were entered or refused."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organs", "0007_second_factor"),
        ("workplace", "0005_letter_batches"),
    ]

    operations = [
        migrations.AddField(
            model_name="batchletter",
            name="post_refused",
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name="batchletter",
            name="posted_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="letterbatch",
            name="post_asked_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="letterbatch",
            name="post_asked_by",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organs.person",
            ),
        ),
    ]
