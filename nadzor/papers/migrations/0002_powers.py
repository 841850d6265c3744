"""By which power a paper was signed; a signed paper that nobody can change by a slip of a program."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Value

_GUARD = """
CREATE FUNCTION papers_paper_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a signed paper stands: a slip in it is corrected by a paper of its own';
END $$;
CREATE TRIGGER paper_stands BEFORE UPDATE OF proceeding_id, version, paper, language, serial, number, day, signed_by,
    signer_id, code, data_sha256, sha256, power, corrects_id, made_at ON papers_issuedpaper
    FOR EACH ROW WHEN (OLD.sha256 <> '') EXECUTE FUNCTION papers_paper_stands();
"""
_NO_GUARD = "DROP TRIGGER paper_stands ON papers_issuedpaper; DROP FUNCTION papers_paper_stands()"


class Migration(migrations.Migration):
    dependencies = [
        ("papers", "0001_issued_papers"),
    ]

    operations = [
        migrations.AddField(
            model_name="issuedpaper",
            name="power",
            field=models.JSONField(db_default=Value({}, models.JSONField()), default=dict),
        ),
        migrations.AlterField(
            model_name="issuedpaper",
            name="file",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="casework.storedfile",
            ),
        ),
        migrations.RunSQL(_GUARD, _NO_GUARD),
    ]
