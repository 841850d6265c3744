"""Templates of answers say the legislation, the right to contest and how to learn of an act's results (29I.85, 86)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("workplace", "0007_papers_together")]

    operations = [
        migrations.AddField("answerwording", name, models.TextField(blank=True, db_default=""))
        for name in ("norms", "contest", "act_results")
    ]
