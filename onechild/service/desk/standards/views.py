"""The pages of the council's own standards: read by anybody signed in, changed by those who may."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.knowledge.clocks.local.named import local_standards
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import Request, check, needs
from onechild.service.desk.standards.forms import StandardForm, WithdrawForm
from onechild.service.desk.standards.tables import changes_table, history_table, parts_of
from onechild.service.record.actions import standards as actions
from onechild.service.record.actions.clocks import rebuild_needed
from onechild.service.record.models import Team
from onechild.service.record.queries.standards import Held, changes, held

MAY = "set_standards"


def standards(request: Request) -> HttpResponse:
    """Every standard, what is in force now and what is to come; the amber windows with `?amber=yes`."""
    typed = request.GET.get("q", "").strip()
    amber = "amber" in request.GET or bool(typed)
    found = [one for one in held(today=request.today) if typed.lower() in one.standard.title.lower()]
    context = {
        "parts": parts_of(found, today=request.today, amber=amber),
        "amber": amber,
        "typed": typed,
        "may_set": request.viewer.may(MAY),
        "waits": rebuild_needed(),
    }
    return render(request, "desk/standards/index.html", context)


def standard(request: SignedIn, setting: str) -> HttpResponse:
    """One standard: what it is, the law's limit, what was set and by whom; and the form for those who may set it."""
    one = _held(request, setting)
    form = StandardForm(request.POST or None, standard=one.standard, today=request.today)
    if request.method == "POST":
        check(request.viewer, MAY)
        if form.is_valid():
            try:
                actions.set_standard(setting=setting, by=request.user, today=request.today, **form.cleaned_data)
            except actions.Refused as refused:
                form.refuse(refused)
            else:
                return _back(setting, "set")
    return _page(request, one, form)


@needs(MAY)
def withdraw(request: SignedIn, setting: str, setting_id: str) -> HttpResponse:
    """Withdraw a standard that has not begun."""
    one = _held(request, setting)
    row = next((set_.row for set_ in one.rows if set_.row.pk == setting_id and set_.stands == "to_come"), None)
    if row is None:
        raise Http404("There is no such standard to come.")
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw(row=row, by=request.user, today=request.today, **form.cleaned_data)
        except actions.Refused as refused:
            form.add_error(refused.field, refused.words)
        else:
            return _back(setting, "withdrawn")
    context = {"held": one, "row": row, "words": one.standard.in_words(row.value), "form": form}
    return render(request, "desk/standards/withdraw.html", context)


def _held(request: Request, setting: str) -> Held:
    if setting not in local_standards():
        raise Http404("There is no such standard.")
    [one] = held(today=request.today, setting=setting)
    return one


def _page(request: Request, one: Held, form: StandardForm) -> HttpResponse:
    may_set = request.viewer.may(MAY)
    context = {
        "held": one,
        "standard": one.standard,
        "history": history_table(one, today=request.today, may_set=may_set, whose=_teams(one)),
        "changes": changes_table(changes(one.rows), today=request.today),
        "form": form if may_set else None,
        "saved": request.GET.get("saved", ""),
        "waits": rebuild_needed(),
        "most": one.standard.in_words(one.standard.most),
        "usual": "" if one.standard.default is None else one.standard.in_words(one.standard.default),
    }
    return render(request, "desk/standards/standard.html", context)


def _teams(one: Held) -> dict[str, str]:
    """The names of the teams that have a number of their own; no query where none has."""
    ids = {row.row.team_id for row in one.rows if row.row.team_id}
    return dict(Team.objects.filter(pk__in=ids).values_list("team_id", "name")) if ids else {}


def _back(setting: str, saved: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('standard', args=[setting])}?saved={saved}")
