"""What the pages of a bench read beside its lists: facts, journals, drafts, dispatches, notices, looks, people's own.

Rows as the steps leave them, written by SQL over a house that `bench_filling.fill` has filled. Of open appeals that an
executor considers one in three has a draft of its answer, most of them sent for signing; half of the answered ones are
signed and wait for their dispatch; every closed one was dispatched.
"""

import json
from typing import Any

import psycopg

from nadzor import clock

FOLLOWED_CODE = "AAAA-BBBB-CCCC-DDDD"
CALENDAR_TOKEN = "bench-calendar"  # noqa: S105  # of a made-up calendar
_SAID = {
    "outcome": "perform_action",
    "language": "ru",
    "arguments": [{"argument": "Не горит свет.", "finding": "confirmed", "facts": "Осмотрено, подтвердилось."}],
    "text": "Обращение проверено, доводы подтвердились. Свет починен, виновные предупреждены.",
    "norms": "Закон «О прокуратуре», статья 24",
    "contest": "Ответ можно обжаловать вышестоящему прокурору в течение трёх месяцев.",
}
# The open cases of the smallest house are all of one executor: some of them are not passed on yet, some are answered,
# a few wait in other offices.
_MAIN = """
UPDATE casework_proceeding AS p SET state = 'registered', executor_id = NULL, unit_id = NULL, client_id = NULL,
    registrar_id = (SELECT d.person_id FROM organs_duty AS d WHERE d.body_id = p.body_id AND d.role = 'registrar')
WHERE procedure = 'appeal' AND open AND id % 7 = 0;
UPDATE casework_proceeding AS p SET body_id = b.id, branch_id = coalesce(b.branch_id, b.id), kind = NULL
FROM organs_body AS b WHERE p.state = 'registered' AND p.procedure = 'appeal'
    AND b.code = CASE WHEN p.id % 21 = 0 THEN '000000-gpo' WHEN p.id % 21 = 7 THEN '751110-district' END;
DELETE FROM casework_assignment WHERE proceeding_id IN (SELECT id FROM casework_proceeding WHERE state = 'registered');
UPDATE casework_proceeding SET state = 'answered', next_due = DATE '9999-12-31'
WHERE procedure = 'appeal' AND open AND executor_id IS NOT NULL AND id % 7 = 1;
UPDATE casework_proceeding SET state = 'signed' WHERE procedure = 'appeal' AND state = 'answered' AND id % 2 = 0;
UPDATE casework_party SET iin = lpad(((proceeding_id / 3) % 100000000)::text, 12, '9601010000');
INSERT INTO appeals_appeal (proceeding_id, channel, language, topic, text, text_digest, demands, complained_of, sender,
    report_due, source, external_id, signature_cms, missing, flags, addressee, signature, standing, repeat_reason,
    governed_by, outcome, answer, answered_on, signed_by, forwarded_to)
SELECT id, (ARRAY['paper', 'portal', 'email', 'oral', 'call_centre'])[1 + id % 5], 'ru',
    (ARRAY['land', 'labour', 'minors', 'taxes', 'court_acts', ''])[1 + id % 6], repeat(subject || ' ', 8),
    sha256(id::text::bytea), 'Проверить и ответить.', '[]', '', false, '', '', '', '{}', '{}', '', '', 'primary', '',
    '', CASE WHEN open AND state <> 'signed' THEN '' ELSE 'answer' END,
    CASE WHEN open AND state <> 'signed' THEN '' ELSE 'Обращение проверено, доводы подтвердились.' END,
    CASE WHEN NOT open THEN registered_on + 20 END, '', ''
FROM casework_proceeding WHERE procedure = 'appeal';
INSERT INTO appeals_materialsrequest (proceeding_id, addressee, asked, received)
SELECT id, 'Пробный акимат', subject, CASE WHEN open THEN '' ELSE 'Пришло.' END
FROM casework_proceeding WHERE procedure = 'materials_request';
UPDATE casework_term SET state = 'late' WHERE ended_on IS NOT NULL AND id % 8 = 0;
DELETE FROM casework_tally;
INSERT INTO casework_tally (body_id, unit_key, procedure, due_day, count)
SELECT body_id, coalesce(unit_id, 0), procedure, next_due, count(*) FROM casework_proceeding WHERE open
GROUP BY 1, 2, 3, 4;
"""
# Children come after the cases: their ids grow on from the last one.
_CHILDREN = """
CREATE UNLOGGED TABLE bench_child AS
SELECT {last} + row_number() OVER (ORDER BY p.id) AS id, p.id AS parent, p.body_id, p.branch_id, p.unit_id,
    p.executor_id, p.next_due, p.applicant, p.applicant_folded, p.subject, p.number || '.2' AS number, p.registered_on,
    CASE WHEN p.open AND p.state <> 'answered' THEN 'answer_draft' ELSE 'dispatch' END AS procedure,
    CASE WHEN NOT p.open OR p.state = 'answered' THEN 'sent' WHEN p.id % 9 = 0 THEN 'draft' ELSE 'to_sign' END AS state
FROM casework_proceeding AS p
WHERE p.procedure = 'appeal' AND (p.state IN ('closed', 'answered') OR (p.state = 'under_review' AND p.id % 3 = 0));
INSERT INTO casework_register (body_id, book, year, last_number, last_seq, first_head, previous, head)
SELECT body_id, 'outgoing', year, {last}, 0, '', '', '' FROM casework_register WHERE book = 'appeals';
INSERT INTO casework_proceeding (id, number, procedure, state, open, version, parent_id, body_id, branch_id, unit_id,
    executor_id, register_id, register_number, kind, registered_on, received_at, next_due, applicant, applicant_folded,
    subject, recorded_at)
SELECT c.id, c.number, c.procedure, c.state, c.procedure = 'answer_draft', 2, c.parent, c.body_id, c.branch_id,
    c.unit_id, CASE WHEN c.procedure = 'answer_draft' THEN c.executor_id END, r.id,
    CASE WHEN c.procedure = 'dispatch' THEN c.id END, NULL, c.registered_on + 20, c.registered_on + interval '20 days',
    DATE '9999-12-31', c.applicant, c.applicant_folded, c.subject, c.registered_on + interval '20 days'
FROM bench_child AS c JOIN casework_register AS r ON r.body_id = c.body_id
    AND r.book = CASE WHEN c.procedure = 'dispatch' THEN 'outgoing' ELSE 'appeals' END;
INSERT INTO casework_assignment (proceeding_id, person_id, role, since, until)
SELECT id, executor_id, 'executor', now(), NULL FROM bench_child WHERE procedure = 'answer_draft';
INSERT INTO appeals_paperdraft (proceeding_id, paper, contents, version, agreers, agreed, signatory_id, remark)
SELECT c.id, 'answer', '{said}', 1, '{{}}', '{{}}', a.person_id, ''
FROM bench_child AS c JOIN organs_appointment AS a ON a.body_id = c.body_id AND a.post IN ('head', 'prosecutor_general')
WHERE c.procedure = 'answer_draft';
INSERT INTO appeals_draftversion (draft_id, version, contents, person_id, written_at)
SELECT id, 1, '{said}', executor_id, now() FROM bench_child WHERE procedure = 'answer_draft';
INSERT INTO appeals_dispatch (proceeding_id, way, addressee, postal_address, sent_on, remark)
SELECT id, 'post', applicant, 'улица Примерная, 1', registered_on + 20, '' FROM bench_child
WHERE procedure = 'dispatch';
SELECT setval('casework_proceeding_id_seq', (SELECT max(id) FROM casework_proceeding));
DROP TABLE bench_child;
"""
_TURNS = """
INSERT INTO casework_entry (register_id, seq, proceeding_id, proceeding_version, subject, step, from_state, to_state,
    actor, capacity, person_id, happened_on, recorded_at, cites, data, digest, previous, hash)
SELECT register_id, row_number() OVER (PARTITION BY register_id ORDER BY p.id, turn.v), p.id, turn.v, '', turn.step,
    turn.was, turn.becomes, 'Пробный П. Г.', 'oblast:prosecutor; 1-Д, 2026-01-05', p.registrar_id,
    p.registered_on + turn.days, p.registered_on + turn.days * interval '1 day', '{29I.50}',
    CASE turn.step WHEN 'assign' THEN jsonb_build_object('executor', p.executor_id)
        ELSE jsonb_build_object('text', repeat(md5(p.id::text), 5)) END, '', '', ''
FROM casework_proceeding AS p CROSS JOIN (VALUES
    (1, 'register', '', 'registered', 0), (2, 'assign', 'registered', 'under_review', 1),
    (3, 'note', 'under_review', 'under_review', 2), (4, 'answer', 'under_review', 'answered', 20),
    (5, 'close', 'answered', 'closed', 21)) AS turn (v, step, was, becomes, days)
WHERE p.procedure = 'appeal' AND (NOT p.open OR turn.v <= CASE p.state WHEN 'registered' THEN 1
    WHEN 'under_review' THEN 3 ELSE 4 END);
INSERT INTO appeals_answergiven (appeal_id, version, outcome, text, contents)
SELECT proceeding_id, 4, (ARRAY['answer', 'refuse', 'adopt_act'])[1 + proceeding_id % 3], '', '{}'
FROM casework_entry WHERE step = 'answer';
INSERT INTO casework_notice (proceeding_id, "to", person_id, template, data, channel, made_at, delivered_at,
    delivered_by)
SELECT proceeding_id, 'applicant', NULL, CASE step WHEN 'register' THEN 'registered' WHEN 'assign' THEN 'executor_named'
    ELSE 'answered' END, '{}', 'portal', recorded_at, recorded_at, 'portal'
FROM casework_entry WHERE step IN ('register', 'assign', 'answer');
INSERT INTO casework_look (proceeding_id, person_id, at, address, way, what, reason)
SELECT p.id, CASE each.n WHEN 1 THEN p.registrar_id ELSE p.executor_id END, p.recorded_at + each.n * interval '1 hour',
    '10.0.0.1', (ARRAY['page', 'search', 'page'])[each.n], '', ''
FROM casework_proceeding AS p CROSS JOIN generate_series(1, 3) AS each (n)
WHERE p.procedure = 'appeal' AND p.executor_id IS NOT NULL;
INSERT INTO workplace_seencase (person_id, proceeding_id, version, at)
SELECT executor_id, id, 1, recorded_at FROM casework_proceeding
WHERE procedure = 'appeal' AND open AND executor_id IS NOT NULL;
"""


def furnish(dsn: str) -> None:
    """Write all that, as superuser, and gather the statistics of the planner."""
    from nadzor.casework.reckonings import counted  # noqa: PLC0415
    from nadzor.law.calendar import current  # noqa: PLC0415
    from nadzor.law.tables import TERMS  # noqa: PLC0415

    with psycopg.connect(dsn, autocommit=True) as conn:
        conn.execute("SET session_replication_role = replica")
        conn.execute("SET synchronous_commit = off")
        conn.execute(_MAIN)
        found = conn.execute("SELECT max(id) FROM casework_proceeding").fetchone()
        said = json.dumps(_SAID, ensure_ascii=False).replace("'", "''")
        conn.execute(_CHILDREN.format(last=found[0] if found else 0, said=said))  # type: ignore[arg-type]  # ours
        conn.execute(_TURNS)
        reckoning, *_ = counted(
            next(norm for norm in TERMS if norm.startswith("29I.50")), clock.now().date(), current()
        )
        conn.execute("UPDATE casework_term SET reckoning = %s", (json.dumps(reckoning),))
        conn.execute("VACUUM (ANALYZE)")


def keep_own(people: dict[str, Any], how_many: int) -> None:
    """Give people saved views, templates, a calendar, the code of a letter. To be called in the furnished house."""
    from nadzor.accounts.models import digest_of  # noqa: PLC0415
    from nadzor.casework.models import Proceeding  # noqa: PLC0415
    from nadzor.workplace.models import AnswerTemplate, AnswerWording, SavedView, TermsCalendar  # noqa: PLC0415

    executor, head, now = people["executor"], people["head"], clock.now()
    unit = executor.appointments.get().unit
    for owner in (executor, head):
        asks = [{"view": "mine", "due": due} for due in ("late", "today", "week", "later")]
        rows = [
            SavedView(owner=owner, name=f"Вид {place}", asks=asks[place % 4], made_by=owner, made_at=now)
            for place in range(how_many)
        ]
        SavedView.objects.bulk_create(rows)
    for place in range(how_many):
        row = AnswerTemplate.objects.create(
            body=unit.body, unit=unit if place % 2 else None, version=1, key=f"t{place}"
        )
        AnswerWording.objects.create(
            template=row,
            number=1,
            language="ru",
            title=f"Шаблон {place}",
            text="Заявитель: {applicant}.",
            changed_at=now,
            changed_by=head,
        )
    TermsCalendar.objects.create(person=executor, token_digest=digest_of(CALENDAR_TOKEN), made_at=now)
    mine = Proceeding.objects.filter(executor=executor, procedure="appeal", state="under_review").order_by("pk")[0]
    Proceeding.objects.filter(pk=mine.pk).update(track=FOLLOWED_CODE)
