-- Indexes for what the desk asks of the record: what is still owed, visits not written up, who is who.

CREATE INDEX obligations_unmet ON obligations (child_id, due_on) WHERE met_on IS NULL;
CREATE INDEX obligations_unmet_of_clock ON obligations (clock, due_on) WHERE met_on IS NULL;
CREATE INDEX visits_not_written ON visits (worker_id, planned_on) WHERE seen IS NULL;
CREATE INDEX worker_names_of_worker ON worker_names (worker_id);
CREATE INDEX memberships_of_team ON team_memberships (team_id);
CREATE INDEX employments_of_worker ON employments (worker_id);
CREATE INDEX absences_of_worker ON absences (worker_id, ended_on);
CREATE INDEX names_of_adult ON adult_names (adult_id);
