"""What Django's schema does not say: the national number, and a journal that nobody can rewrite by a slip."""

from typing import ClassVar

from django.db import migrations

_NUMBER = "CREATE SEQUENCE casework_national_number"
_GUARD = """
CREATE FUNCTION casework_entry_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.erased_by_id IS NULL AND NEW.erased_by_id IS NOT NULL
       AND NEW.data IS NULL AND NEW.salt IS NULL
       AND to_jsonb(NEW) - 'data' - 'salt' - 'erased_by_id' = to_jsonb(OLD) - 'data' - 'salt' - 'erased_by_id' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'an entry of the journal stands: only its data may be erased, by an act';
END $$;
CREATE TRIGGER entry_stands BEFORE UPDATE OR DELETE ON casework_entry
    FOR EACH ROW EXECUTE FUNCTION casework_entry_stands();
CREATE TRIGGER entries_stand BEFORE TRUNCATE ON casework_entry
    FOR EACH STATEMENT EXECUTE FUNCTION casework_entry_stands();
"""
_NO_GUARD = "DROP TRIGGER entries_stand ON casework_entry; DROP TRIGGER entry_stands ON casework_entry; DROP FUNCTION casework_entry_stands()"
_HOT = """
ALTER TABLE casework_register SET (fillfactor = 50);
ALTER TABLE casework_tally SET (fillfactor = 50);
"""


class Migration(migrations.Migration):
    """The sequence of national numbers, the guard of the journal, room for rows that are updated often."""

    dependencies: ClassVar = [("casework", "0001_initial")]
    operations: ClassVar = [
        migrations.RunSQL(_NUMBER, "DROP SEQUENCE casework_national_number"),
        migrations.RunSQL(_GUARD, _NO_GUARD),
        migrations.RunSQL(_HOT, migrations.RunSQL.noop),
    ]
