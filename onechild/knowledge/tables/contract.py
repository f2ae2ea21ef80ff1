"""The contract: every standard table there is, by name, with the version of the whole."""

from onechild.knowledge.tables import (
    bookkeeping,
    carers,
    front_door,
    health_and_education,
    in_care,
    leaving_care,
    legal,
    oversight,
    people,
    protection,
    workforce,
)
from onechild.knowledge.tables.model import Table

VERSION = "1"

SUBJECTS: dict[str, tuple[Table, ...]] = {
    "People": people.TABLES,
    "The front door": front_door.TABLES,
    "Assessment, protection and visits": protection.TABLES,
    "In care": in_care.TABLES,
    "Health and education": health_and_education.TABLES,
    "Leaving care": leaving_care.TABLES,
    "Court and the edge of care": legal.TABLES,
    "Carers": carers.TABLES,
    "Teams and workers": workforce.TABLES,
    "Oversight": oversight.TABLES,
    "What reading found": bookkeeping.TABLES,
}

TABLES: dict[str, Table] = {table.name: table for tables in SUBJECTS.values() for table in tables}
