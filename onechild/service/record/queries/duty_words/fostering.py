"""Words of the duties to fostering households, applicants and adopters; {names} is their label."""

from onechild.service.record.queries.duty_words.model import Words

WORDS: dict[str, Words] = {
    "foster-carer-review": Words(
        what="Review the approval of {names}",
        owner="supervising_worker",
        cites="Fostering Services Regulations 2011, regulation 28",
        since="approved on {day}",
        last="the last was on {day}",
        again=True,
    ),
    "foster-carer-unannounced-visit": Words(
        what="Unannounced visit to {names}",
        owner="supervising_worker",
        cites="Fostering standards, standard 21",
        since="approved on {day}",
        last="the last was on {day}",
        again=True,
    ),
    "foster-carer-supervising-visit": Words(
        what="Visit to {names}",
        owner="supervising_worker",
        cites="",
        since="approved on {day}",
        last="the last was on {day}",
        again=True,
    ),
    "foster-household-certificate": Words(
        what="Certificates of {names}",
        owner="fostering",
        cites="",
        since="approved on {day}",
        last="the last was given on {day}",
        again=True,
    ),
    "foster-carer-medical": Words(
        what="Medical of {names}",
        owner="fostering",
        cites="",
        since="approved on {day}",
        last="the last was on {day}",
        again=True,
    ),
    "foster-carer-training-standards": Words(
        what="Training standards of {names}",
        owner="supervising_worker",
        cites="Fostering standards, standard 20",
        since="approved on {day}",
    ),
    "fostering-assessment": Words(
        what="Panel for the application of {names}",
        owner="fostering",
        cites="Fostering standards, standard 14",
        since="received on {day}",
    ),
    "fostering-decision": Words(
        what="Decision on the application of {names}",
        owner="agency",
        cites="Fostering standards, standard 14",
        since="the panel's minutes came on {day}",
    ),
    "adopter-stage-1": Words(
        what="End of stage 1 for {names}",
        owner="adoption_agency",
        cites="Adoption Agencies Regulations 2005, Part 4",
        since="stage 1 began on {day}",
    ),
    "adopter-stage-2": Words(
        what="End of stage 2 for {names}",
        owner="adoption_agency",
        cites="Adoption Agencies Regulations 2005, Part 4",
        since="stage 2 began on {day}",
    ),
}
