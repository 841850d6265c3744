"""Terms of keeping, acts of destruction; the journal lets go of data only by an approved act over the very case."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

_GUARD = """
CREATE OR REPLACE FUNCTION casework_entry_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.erased_by_id IS NULL AND NEW.erased_by_id IS NOT NULL
       AND NEW.data IS NULL AND NEW.salt IS NULL
       AND to_jsonb(NEW) - 'data' - 'salt' - 'erased_by_id' = to_jsonb(OLD) - 'data' - 'salt' - 'erased_by_id'
       AND EXISTS (
           SELECT 1 FROM casework_entry AS act
           JOIN casework_proceeding AS matter ON matter.id = act.proceeding_id AND matter.procedure = 'destruction'
           JOIN casework_destructionitem AS item ON item.destruction_id = matter.id AND item.live
           JOIN casework_proceeding AS own ON own.id = OLD.proceeding_id
           WHERE act.id = NEW.erased_by_id AND act.step IN ('approve', 'reapply')
             AND item.case_id IN (own.id, own.parent_id)
       ) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'an entry of the journal stands: only its data may be erased, by an act';
END $$;
"""
_BEFORE = """
CREATE OR REPLACE FUNCTION casework_entry_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.erased_by_id IS NULL AND NEW.erased_by_id IS NOT NULL
       AND NEW.data IS NULL AND NEW.salt IS NULL
       AND to_jsonb(NEW) - 'data' - 'salt' - 'erased_by_id' = to_jsonb(OLD) - 'data' - 'salt' - 'erased_by_id' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'an entry of the journal stands: only its data may be erased, by an act';
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0009_circles"),
        ("organs", "0005_powers_to_sign"),
    ]

    operations = [
        migrations.CreateModel(
            name="Destruction",
            fields=[
                (
                    "proceeding",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="destruction",
                        serialize=False,
                        to="casework.proceeding",
                    ),
                ),
                ("year", models.IntegerField()),
                (
                    "commission",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                (
                    "checked",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("again", models.CharField(blank=True, max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name="DestructionItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("closed_on", models.DateField()),
                ("years", models.PositiveSmallIntegerField()),
                ("ground", models.CharField(max_length=300)),
                ("live", models.BooleanField(default=True)),
                ("struck_why", models.CharField(blank=True, max_length=1000)),
                ("erased_at", models.DateTimeField(null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.proceeding"
                    ),
                ),
                (
                    "destruction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items", to="casework.destruction"
                    ),
                ),
                (
                    "struck_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organs.person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("live", True)), fields=("case",), name="proposed_once_at_a_time"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Retention",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                ("order_number", models.CharField(max_length=40)),
                ("order_day", models.DateField()),
                ("kind", models.CharField(blank=True, max_length=30)),
                ("years", models.PositiveSmallIntegerField()),
                ("ground", models.CharField(max_length=300)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="retention", to="organs.body"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)), fields=("body", "kind"), name="one_term_of_a_kind"
                    )
                ],
            },
        ),
        migrations.RunSQL(_GUARD, _BEFORE),
    ]
