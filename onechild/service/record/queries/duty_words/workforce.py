"""Words of the duties to workers; {names} is the worker."""

from onechild.service.record.queries.duty_words.model import Words

WORDS: dict[str, Words] = {
    "worker-supervision": Words(
        what="Supervision of {names}",
        owner="manager",
        cites="",
        since="in post since {day}",
        last="the last was on {day}",
        again=True,
    ),
    "newly-qualified-supervision": Words(
        what="Supervision of {names}",
        owner="assessor",
        cites="Assessed year framework",
        since="the year began on {day}",
        last="the last was on {day}",
        again=True,
    ),
    "assessed-year-review": Words(
        what="Review of the assessed year of {names}",
        owner="assessor",
        cites="Assessed year framework",
        since="the year began on {day}",
        last="the last was on {day}",
        again=True,
    ),
    "registration-renewal": Words(
        what="Renewal of the registration of {names}",
        owner="worker",
        cites="Social Work England",
        since="it opened on {day}",
    ),
}
