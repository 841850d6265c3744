"""The telephone of an office, for its letterhead."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organs", "0005_powers_to_sign"),
    ]

    operations = [
        migrations.AddField(
            model_name="body",
            name="phone",
            field=models.CharField(blank=True, db_default="", max_length=60),
        ),
    ]
