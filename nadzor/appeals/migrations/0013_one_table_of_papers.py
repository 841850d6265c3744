"""What the paper of an answer has stands with the paper alone; the words of an answer stand as they were signed."""

import django.db.models.deletion
from django.db import migrations, models

_NO_GUARD = "DROP TRIGGER answer_stands ON appeals_answergiven; DROP FUNCTION appeals_answer_stands()"
_GUARD = """
CREATE FUNCTION appeals_answer_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a signed answer stands: a slip in it is corrected by an answer of its own';
END $$;
CREATE TRIGGER answer_stands BEFORE UPDATE OF appeal_id, version, outcome, paper_id ON appeals_answergiven
    FOR EACH ROW WHEN (OLD.paper_id IS NOT NULL) EXECUTE FUNCTION appeals_answer_stands();
"""
_OF_PAPER = ("answered_on", "signed_by", "language", "code", "sha256", "signed_at", "corrects", "power")


class Migration(migrations.Migration):
    dependencies = [
        ("appeals", "0012_answers_are_papers"),
    ]

    operations = [
        migrations.RunSQL(_NO_GUARD, migrations.RunSQL.noop),
        *(migrations.RemoveField("answergiven", name) for name in _OF_PAPER),
        migrations.RemoveField("dispatch", "answer_version"),
        migrations.RemoveField("slip", "answer"),
        migrations.AlterField(
            model_name="slip",
            name="paper",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="slips", to="papers.issuedpaper"
            ),
        ),
        migrations.RunSQL(_GUARD, _NO_GUARD),
    ]
