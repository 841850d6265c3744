"""What raises a matter to a higher office or signature: control, earlier answers, the contested, the reception."""

from django.db import migrations, models

_FACTS = (("control_by", 60), ("answered_by", 30), ("contested_by", 60), ("reception_of", 60))


class Migration(migrations.Migration):
    dependencies = [
        ("appeals", "0009_topics"),
    ]

    operations = [
        migrations.AddField(
            model_name="appeal",
            name=name,
            field=models.CharField(blank=True, db_default="", max_length=longest),
        )
        for name, longest in _FACTS
    ]
