"""What the census asks of a worker as a person, and of each of their employments in its year."""

from __future__ import annotations

from typing import Any

from django import forms

from onechild.knowledge.formats.workforce_census import codes
from onechild.service.govuk.forms import DayField, Radios
from onechild.service.journeys.workforce import choices
from onechild.service.record.editing_form import EditForm

NOT_YET = [("", "Not recorded")]


class DetailForm(EditForm):
    """A worker's census details; each may be left unrecorded."""

    born_on = DayField(label="Date of birth", called="the date of birth", required=False)
    sex = forms.ChoiceField(label="Sex, as the census asks it", required=False, widget=Radios)
    ethnicity = forms.ChoiceField(
        label="Ethnicity, as the worker told it", required=False, help_text="Asked, never guessed. They may refuse."
    )
    qualification_level = forms.ChoiceField(label="Level of the social work qualification", required=False)
    qualification_institution = forms.CharField(label="Where they qualified", required=False, max_length=200)
    route = forms.ChoiceField(label="Route into social work", required=False)
    organisation_role = forms.ChoiceField(
        label="Level of the role",
        required=False,
        help_text="Left unrecorded, it is worked out from the role and from whether they held a case.",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        fields["sex"].choices = NOT_YET + list(codes.SEXES.items())
        fields["ethnicity"].choices = NOT_YET + choices.codes("ethnicity")
        fields["qualification_level"].choices = NOT_YET + list(codes.QUALIFICATIONS.items())
        fields["route"].choices = NOT_YET + list(codes.ROUTES.items())
        fields["organisation_role"].choices = NOT_YET + list(codes.ROLES.items())


class OriginForm(EditForm):
    """Where a worker came from and went to, of one employment."""

    start_origin = forms.ChoiceField(label="Where they came from", required=False)
    leaver_destination = forms.ChoiceField(label="Where they went", required=False)
    reason_leave = forms.ChoiceField(
        label="Why they left, as the census codes it",
        required=False,
        help_text="Left unrecorded, it follows from the reason that the employment ended with.",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        fields["start_origin"].choices = NOT_YET + list(codes.ORIGINS.items())[:-1]
        fields["leaver_destination"].choices = NOT_YET + list(codes.DESTINATIONS.items())[:-1]
        fields["reason_leave"].choices = NOT_YET + list(codes.REASONS.items())[:-1]
