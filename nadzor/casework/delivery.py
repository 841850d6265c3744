"""By which way a notice went, when, with which proof: one row for each attempt. What stands here is never changed back.

Source: article 66 of the code on administrative procedures, to which 29I.44 refers: a notice goes by a way that fixes
it, and the way, the address, the moment and the proof are kept.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from nadzor.organs.models import Body, Person


class Outcome(models.TextChoices):
    """How an attempt stands. Waiting, sending and listed are not over; the others tell what came of it."""

    WAITING = "waiting"  # to be sent, to be put into a list for the post, to be handed to the courier
    SENDING = "sending"  # a worker is at it: its Message-ID was kept before
    BROKEN_OFF = "broken_off"  # the worker or the line died on the way: sent once more under the same Message-ID
    DEFERRED = "deferred"  # refused for a while: there is a next attempt
    LISTED = "listed"  # stands in a list for the post
    SENT = "sent"  # accepted by the mail server of the addressee, by the post, by the courier
    DELIVERED = "delivered"  # shown, handed over, the receipt signed
    DECLINED = "declined"  # the addressee would not take it: noted, the duty to tell is done (R64)
    RETURNED = "returned"
    REFUSED = "refused"  # for good
    GAVE_UP = "gave_up"  # the pauses are at their end: a dead letter


ALIVE = frozenset({Outcome.WAITING, Outcome.SENDING, Outcome.LISTED, Outcome.SENT, Outcome.DELIVERED, Outcome.DECLINED})
"""On its way, or at an end that needs no other way."""
FAILED = frozenset({Outcome.RETURNED, Outcome.REFUSED, Outcome.GAVE_UP})


class PostList(models.Model):
    """A list of registered letters handed to the post, numbered in its office and year."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    year = models.IntegerField()
    number = models.IntegerField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "year", "number"], name="post_list_number_once_a_year")
        ]


class Delivery(models.Model):
    """One attempt to deliver a notice by one way. `main`: it carries the notice; else it only tells of it.

    `party`: the representative to whom it goes; none for the applicant.

    `at`: when it was tried, sent or entered; `next_at`: not before which it is tried. `proof`: what proves the outcome
    (the answer of the mail server, who signed the receipt, the reason of a return). `by`: who of the staff entered it.
    """

    notice = models.ForeignKey("casework.Notice", models.PROTECT, related_name="deliveries")
    party = models.ForeignKey("casework.Party", models.PROTECT, null=True, related_name="+", db_index=False)
    way = models.CharField(max_length=20)
    attempt = models.IntegerField(default=1)
    main = models.BooleanField(default=True)
    address = models.CharField(max_length=500, blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, default=Outcome.WAITING)
    planned_at = models.DateTimeField()
    next_at = models.DateTimeField(null=True)
    at = models.DateTimeField(null=True)
    message_id = models.CharField(max_length=120, blank=True)
    tracking = models.CharField(max_length=30, blank=True)
    proof = models.JSONField(default=dict)
    post_list = models.ForeignKey(PostList, models.PROTECT, null=True, related_name="letters")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["notice", "party", "way", "attempt"], name="attempt_once_a_way", nulls_distinct=False
            ),
            models.UniqueConstraint(fields=["tracking"], condition=~Q(tracking=""), name="tracking_number_once"),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["next_at"], condition=Q(way="email", outcome__in=["waiting", "sending"]), name="emails_to_send"
            ),
            models.Index(
                fields=["way", "id"], condition=Q(outcome__in=["waiting", "listed", "sent"]), name="letters_on_the_way"
            ),
        ]


class MailServer(models.Model):
    """How the mail server stands: one row. `fault`: what it said last, none while it answers."""

    away_since = models.DateTimeField(null=True)
    failures = models.IntegerField(default=0)
    next_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=500, blank=True)
    told_at = models.DateTimeField(null=True)  # when it accepted a letter last
