"""Each way of seeing a list has its index: open ones, closed ones, names. And the empty cells of the tally go."""

from typing import ClassVar

from django.contrib.postgres.indexes import OpClass
from django.db import migrations, models
from django.db.models import Q

# Made by Django beside every unique text column for a search by its beginning, which nothing asks of these two.
_UNASKED = """
DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()
        AND tablename = 'casework_proceeding'
        AND (indexname LIKE 'casework_proceeding_number_%_like' OR indexname LIKE 'casework_proceeding_track_%_like')
    LOOP EXECUTE format('DROP INDEX %I', name); END LOOP;
END $$
"""


def _name(field: str, name: str) -> migrations.AddIndex:
    return migrations.AddIndex(
        "proceeding",
        models.Index(
            field,
            OpClass("applicant_folded", "varchar_pattern_ops"),
            condition=Q(**{f"{field}__isnull": False}),
            name=name,
        ),
    )


def _closed(field: str) -> migrations.AddIndex:
    of = Q(open=False, registrar__isnull=False) if field == "registrar" else Q(open=False)
    return migrations.AddIndex(
        "proceeding", models.Index(fields=[field, "id"], condition=of, name=f"closed_of_{field}")
    )


class Migration(migrations.Migration):
    """Indexes of lists. Those of closed cases cost nothing while a case is open."""

    dependencies: ClassVar = [("casework", "0004_looks")]
    operations: ClassVar = [
        migrations.AddIndex(
            "proceeding",
            models.Index(
                fields=["registrar", "next_due", "id"],
                condition=Q(open=True, registrar__isnull=False),
                name="open_of_registrar",
            ),
        ),
        *(_closed(field) for field in ("unit", "body", "branch", "registrar")),
        _name("executor", "name_of_executor"),
        _name("registrar", "name_of_registrar"),
        migrations.AddIndex(
            "assignment",
            models.Index(
                fields=["person", "proceeding"],
                condition=Q(until__isnull=True, role="co_executor"),
                name="assigned_beside",
            ),
        ),
        migrations.RunSQL(_UNASKED, migrations.RunSQL.noop),
        migrations.RunSQL("DELETE FROM casework_tally WHERE count = 0", migrations.RunSQL.noop),
    ]
