"""What an appeal is about: the topic by which offices count."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("appeals", "0008_intake_facts"),
    ]

    operations = [
        migrations.AddField(
            model_name="appeal",
            name="topic",
            field=models.CharField(blank=True, db_default="", max_length=20),
        ),
    ]
