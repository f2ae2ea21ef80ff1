"""Words of the duties of oversight, and of danger: missing again, trafficking, serious incidents."""

from onechild.service.record.queries.duty_words.model import WORKING_TOGETHER, Words

WORDS: dict[str, Words] = {
    "case-supervision": Words(
        what="Case supervision about {names}",
        owner="manager",
        cites="",
        since="the work began on {day}",
        last="the last was on {day}",
        again=True,
    ),
    "visit-written-up": Words(
        what="Write up the visit to {names}",
        owner="lead",
        cites="",
        since="visited on {day}",
    ),
    "reallocation": Words(
        what="Name a new lead worker for {names}",
        owner="manager",
        cites="",
        since="nobody leads since {day}",
    ),
    "new-worker-visit": Words(
        what="First visit of the new worker to {names}",
        owner="lead",
        cites="",
        since="took over on {day}",
        next_kind="visit",
        next_words="Record this visit",
    ),
    "missing-meeting": Words(
        what="Meeting about {names}, who went missing again",
        owner="manager",
        cites="",
        since="missing again on {day}",
    ),
    "trafficking-referral": Words(
        what="Refer the suspected trafficking of {names}",
        owner="lead",
        cites="Modern slavery guidance",
        since="suspected on {day}",
    ),
    "fgm-report": Words(
        what="Report to the police about {names}",
        owner="lead",
        cites="Female Genital Mutilation Act 2003, section 5B",
        since="known on {day}",
    ),
    "serious-incident-notification": Words(
        what="Notify the serious incident about {names}",
        owner="service_manager",
        cites="Children Act 2004, section 16C",
        since="known on {day}",
    ),
    "rapid-review": Words(
        what="Rapid review about {names}",
        owner="partners",
        cites=WORKING_TOGETHER,
        since="notified on {day}",
    ),
}
