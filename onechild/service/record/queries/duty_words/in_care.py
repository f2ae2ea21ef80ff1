"""Words of the duties of looked-after children."""

from onechild.service.record.queries.duty_words.model import REGULATIONS, Words

WORDS: dict[str, Words] = {
    "looked-after-visit": Words(
        what="Visit {names}",
        owner="lead",
        cites=f"{REGULATIONS}, regulation 28",
        since="not yet seen there since {day}",
        last="last seen {day}",
        again=True,
        next_kind="visit",
        next_words="Record this visit",
    ),
    "looked-after-review": Words(
        what="Review meeting for {names}",
        owner="reviewing_officer",
        cites=f"{REGULATIONS}, regulation 33",
        since="looked after since {day}",
        last="the last was on {day}",
        again=True,
    ),
}
