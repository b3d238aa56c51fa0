"""What each kind of event changes: one entry in the ledger for each, by the name of its kind."""

from collections.abc import Callable, Mapping
from typing import Any

from afterword.etiquette import events as happened
from afterword.etiquette.entries import course, talk
from afterword.etiquette.events import Event
from afterword.etiquette.ledger import Ledger

ENTRIES: Mapping[type[Event], Callable[[Ledger, Any], None]] = {
    happened.Applied: course.applied,
    happened.Interview: course.interview,
    happened.InterviewScheduled: course.interview_scheduled,
    happened.InterviewMissed: course.interview_missed,
    happened.Promised: talk.promised,
    happened.Told: talk.told,
    happened.Sent: talk.sent,
    happened.Received: talk.received,
    happened.Absent: talk.absent,
    happened.Parted: course.parted,
    happened.Rejected: course.rejected,
    happened.Filled: course.filled,
    happened.Offered: course.offered,
    happened.Negotiating: course.negotiating,
    happened.Accepted: course.accepted,
    happened.Declined: course.declined,
    happened.Withdrew: course.withdrew,
    happened.Started: course.started,
    happened.CompetingOffer: course.competing_offer,
    happened.Reposted: course.reposted,
    happened.Opening: course.new_opening,
    happened.Closed: course.closed,
    happened.AcceptedElsewhere: course.accepted_elsewhere,
    happened.Slip: talk.slip,
    happened.Undertook: talk.undertook,
    happened.Requested: talk.requested,
    happened.Helped: talk.helped,
}
