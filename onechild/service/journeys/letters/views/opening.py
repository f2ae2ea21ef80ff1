"""Opens a letter through its child, and says who stands around it: what every page of letters starts with."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpResponseRedirect
from django.urls import reverse

from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.journeys.letters.letter import WholeLetter, whole
from onechild.service.record.models import Child, Letter, LetterRecipient
from onechild.service.record.queries.names import Head, heads

WHAT = "a letter about the child"


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A child’s letter, opened. `name` is the child’s name."""

    child: Child
    head: Head
    seen: WholeLetter

    @property
    def letter(self) -> Letter:
        """The letter itself."""
        return self.seen.letter

    def page(self, name: str = "letter", *more: str, said: str = "") -> str:
        """The address of a page of this letter."""
        address = reverse(name, args=[self.child.la_child_id, self.letter.pk, *more])
        return f"{address}?saved={said}" if said else address

    def back(self, said: str = "") -> HttpResponseRedirect:
        """To the letter, with a word of what was done."""
        return HttpResponseRedirect(self.page(said=said))

    def adults(self) -> list[tuple[str, str]]:
        """The adults around the children, for a choice."""
        return [(one.adult_id, one.name or "An adult without a name") for one in self.seen.family.adults]

    def kids(self) -> list[tuple[str, str]]:
        """The children of the family, for a choice; those of the letter first."""
        ordered = sorted(self.seen.family.kids, key=lambda kid: not kid.in_letter)
        return [(kid.child_id, kid.name) for kid in ordered]


def opened(request: SignedIn, la_child_id: str, letter_id: str, *, needs: str = "") -> Opened:
    """This function will return a child’s letter, whole, with the children on it told to the access log.

    Raises Http404 where there is no such letter, and NotAllowed where the viewer lacks what it `needs`.
    """
    child = open_child(request, la_child_id, what=WHAT)
    if needs:
        check(request.viewer, needs)
    row = Letter.objects.filter(child=child, pk=letter_id).first()
    if row is None or (row.group_id and row.group_id != row.pk):
        raise Http404("There is no such letter.")
    seen = whole(row, today=request.today)
    request.seen([kid.child_id for kid in seen.family.kids], what=WHAT)
    return Opened(child=child, head=heads([child.pk], today=request.today)[child.pk], seen=seen)


def recipient_of(letter: Opened, recipient_id: str) -> LetterRecipient:
    """This function will return a recipient of a letter. Raises Http404 where there is none."""
    found = next((one for one in letter.seen.recipients if one.pk == recipient_id), None)
    if found is None:
        raise Http404("There is no such recipient.")
    return found
