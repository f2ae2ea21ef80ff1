"""Temporary."""
from tests.service.journeys.planner.test_left_out import *
from onechild.service.journeys.planner.reading.picture import Picture
for _n in [n for n in list(globals()) if n.startswith("test_")]:
    del globals()[_n]
def test_old(client, team, monkeypatch):
    monkeypatch.setattr(Picture, "_elsewhere", lambda self, ids: len(list(ids)))
    restrict(team, waiting=False)
    sign_in(client, "director")
    said = planned(client, team).rules["left_out"]
    assert len([one for one in said if "restricted" in one]) == 2, said
