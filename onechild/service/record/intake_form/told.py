"""What somebody told the front door, as columns of a contact, its children and its adults; and the number they get."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.crypto import salted_hmac

from onechild.knowledge.clocks.journey.front_door import NOT_PROFESSIONAL

# Read aloud on the telephone: no letter that sounds or looks like a figure (Crockford's).
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS, IN_A_GROUP = 3, 4


@dataclass(frozen=True, kw_only=True)
class Told:
    """Columns of `intakes`, of each row of `intake_children` and of `intake_adults`, as they were told."""

    intake: dict[str, Any]
    children: tuple[dict[str, Any], ...]
    adults: tuple[dict[str, Any], ...] = ()

    def acknowledgement(self, *, key: str) -> str:
        """This function will return the number of what was told under a one-time key: "FD-7K3M-29QD-4XWT".

        The same words under the same key have the same number, so that a form sent twice is one contact; nobody
        without the service's own secret can guess one, and no number says anything of the next.
        """
        told = json.dumps([key, self.intake, self.children, self.adults], cls=DjangoJSONEncoder, sort_keys=True)
        number = int.from_bytes(salted_hmac("onechild.acknowledgement", told, algorithm="sha256").digest()[:8], "big")
        letters = [LETTERS[number >> 5 * place & 31] for place in range(GROUPS * IN_A_GROUP)]
        groups = ["".join(letters[IN_A_GROUP * n : IN_A_GROUP * (n + 1)]) for n in range(GROUPS)]
        return "-".join(["FD", *groups])


def is_professional(source_kind: str | None) -> bool | None:
    """This function will say whether who told us did so in their work; None where nobody said who it was."""
    return source_kind not in NOT_PROFESSIONAL if source_kind else None
