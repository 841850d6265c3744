"""An answer is a paper like any other: those that were given become issued papers; a draft may be of any paper."""

import hashlib
from itertools import zip_longest
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from nadzor.casework.sealing import canonical


def _enter(apps: Any, _schema: Any) -> None:
    """Give each signed answer its paper: number, day, signer, digest and code are those it had."""
    given, issued, files, entries, drafts, dispatches, slips = (
        apps.get_model(*each)
        for each in (
            ("appeals", "AnswerGiven"),
            ("papers", "IssuedPaper"),
            ("casework", "StoredFile"),
            ("casework", "Entry"),
            ("appeals", "PaperDraft"),
            ("appeals", "Dispatch"),
            ("appeals", "Slip"),
        )
    )
    rows = given.objects.exclude(sha256="").exclude(code=None).select_related("appeal__proceeding")
    for row in rows.order_by("appeal", "version").iterator(500):
        case = row.appeal.proceeding
        last = issued.objects.filter(proceeding=case).aggregate(last=models.Max("serial"))["last"] or 0
        entry = entries.objects.filter(proceeding=case, proceeding_version=row.version).first()
        data = {"text": row.text, "contents": row.contents}
        corrected = given.objects.filter(pk=row.corrects_id).first()
        paper = issued.objects.create(
            proceeding=case,
            version=row.version,
            paper="answer",
            language=row.language,
            serial=last + 1,
            number=case.number,
            day=row.answered_on,
            to="applicant",
            addressee=case.applicant[:400],
            data=data,
            signed_by=row.signed_by,
            signer_id=entry.person_id if entry is not None else None,
            code=row.code,
            data_sha256=hashlib.sha256(canonical(data)).hexdigest(),
            sha256=row.sha256,
            file=files.objects.filter(proceeding=case, sha256=row.sha256).first(),
            power=row.power,
            corrects_id=corrected.paper_id if corrected is not None else None,
            made_at=row.signed_at,
        )
        row.paper = paper
        row.save(update_fields=["paper"])
        dispatches.objects.filter(proceeding__parent=case, answer_version=row.version).update(paper=paper)
        slips.objects.filter(answer=row).update(paper=paper)
    signed = drafts.objects.filter(proceeding__state="signed").order_by("proceeding__parent", "-pk")
    for parent in signed.values_list("proceeding__parent", flat=True).distinct():
        answers = given.objects.filter(appeal=parent, corrects=None, paper__isnull=False).order_by("-version")
        for draft, answer in zip_longest(signed.filter(proceeding__parent=parent), answers):
            if draft is not None and answer is not None:
                draft.issued_id = answer.paper_id
                draft.save(update_fields=["issued"])


class Migration(migrations.Migration):
    dependencies = [
        ("appeals", "0011_life_of_papers"),
        ("papers", "0002_powers"),
    ]

    operations = [
        migrations.RenameModel("AnswerDraft", "PaperDraft"),
        migrations.AlterField(
            model_name="paperdraft",
            name="proceeding",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                primary_key=True,
                related_name="paper_draft",
                serialize=False,
                to="casework.proceeding",
            ),
        ),
        migrations.AddField(
            model_name="paperdraft",
            name="paper",
            field=models.CharField(default="answer", max_length=60),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="paperdraft",
            name="issued",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="draft",
                to="papers.issuedpaper",
            ),
        ),
        migrations.AddField(
            model_name="answergiven",
            name="paper",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answer",
                to="papers.issuedpaper",
            ),
        ),
        migrations.AddField(
            model_name="dispatch",
            name="paper",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="dispatches",
                to="papers.issuedpaper",
            ),
        ),
        migrations.AddField(
            model_name="slip",
            name="paper",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="slips",
                to="papers.issuedpaper",
            ),
        ),
        migrations.RunPython(_enter, migrations.RunPython.noop),
    ]
