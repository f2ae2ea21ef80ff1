"""The clocks by the part of the work that they belong to, in the order of a child's journey."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.model import Clock, Topic

TOPICS: Mapping[Topic, str] = {
    Topic.FRONT_DOOR: "Front door",
    Topic.ASSESSMENT: "Assessment",
    Topic.CHILD_PROTECTION: "Child protection",
    Topic.CHILD_IN_NEED: "Children in need",
    Topic.IN_CARE: "Children in care",
    Topic.PERMANENCE: "Permanence",
    Topic.HEALTH: "Health",
    Topic.EDUCATION: "Education",
    Topic.SEND: "Special educational needs",
    Topic.MISSING: "Missing and exploited",
    Topic.ADOPTION: "Adoption and special guardianship",
    Topic.LEAVING_CARE: "Leaving care",
    Topic.COURT: "Court and pre-proceedings",
    Topic.PRIVATE_FOSTERING: "Private fostering",
    Topic.FOSTERING: "Fostering",
    Topic.SAFETY: "Allegations and serious incidents",
    Topic.WORKFORCE: "Workforce",
    Topic.INFORMATION: "Complaints and information",
}


def by_topic(clocks: Iterable[Clock] = CLOCKS) -> dict[Topic, list[Clock]]:
    """This function will return the clocks of each topic that has any, in the order of the topics."""
    known = list(clocks)
    grouped = {topic: [clock for clock in known if clock.topic is topic] for topic in TOPICS}
    return {topic: found for topic, found in grouped.items() if found}


if strangers := sorted(set(Topic) - set(TOPICS)):
    raise NotImplementedError(f"no words for the topics {', '.join(strangers)}")
