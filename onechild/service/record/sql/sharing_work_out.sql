-- The tables of sharing work out and following it through: each keeps its history.

SELECT record_keep_history('allocation_moves', 'move_id');
SELECT record_keep_history('transfer_requests', 'transfer_id');
SELECT record_keep_history('handovers', 'handover_id');
SELECT record_keep_history('allocation_plans', 'plan_id');
SELECT record_keep_history('allocation_plan_lines', 'line_id');
SELECT record_keep_history('supervision_sessions', 'session_id');
SELECT record_keep_history('personal_supervisions', 'personal_id');
SELECT record_keep_history('supervision_notes', 'note_id');
SELECT record_keep_history('supervision_readings', 'reading_id');
SELECT record_keep_history('direction_steps', 'step_id');
SELECT record_keep_history('escalations', 'escalation_id');
SELECT record_keep_history('escalation_steps', 'escalation_step_id');
SELECT record_keep_history('worker_facts', 'worker_fact_id');
SELECT record_keep_history('worker_limits', 'worker_limit_id');
SELECT record_keep_history('employment_notes', 'employment_note_id');
SELECT record_keep_history('worker_details', 'worker_detail_id');
SELECT record_keep_history('workforce_targets', 'target_id');
SELECT record_keep_history('academy_cohorts', 'cohort_id');
SELECT record_keep_history('academy_places', 'place_id');
SELECT record_keep_history('practice_observations', 'observation_id');
SELECT record_keep_history('assessed_year_notes', 'note_id');

CREATE INDEX allocation_moves_of_batch ON allocation_moves (batch_id);
CREATE INDEX allocation_moves_of_child ON allocation_moves (child_id, at);
CREATE INDEX transfer_requests_open ON transfer_requests (to_team_id) WHERE answer = '' AND gone_at IS NULL;
CREATE INDEX handovers_of_child ON handovers (child_id);
CREATE INDEX allocation_plan_lines_of_plan ON allocation_plan_lines (plan_id);
CREATE INDEX supervision_sessions_of_worker ON supervision_sessions (worker_id, happened_on);
CREATE INDEX personal_supervisions_of_session ON personal_supervisions (session_id);
CREATE INDEX supervision_notes_of_session ON supervision_notes (session_id);
CREATE INDEX supervision_notes_of_child ON supervision_notes (child_id);
CREATE INDEX supervision_readings_open ON supervision_readings (due_on) WHERE read_on IS NULL AND gone_at IS NULL;
CREATE INDEX direction_steps_of_direction ON direction_steps (direction_id, at);
CREATE INDEX direction_steps_of_child ON direction_steps (child_id);
CREATE INDEX directions_of_owner ON directions (owner_id) WHERE done_on IS NULL AND withdrawn_on IS NULL AND gone_at IS NULL;
CREATE INDEX escalations_of_child ON escalations (child_id);
CREATE INDEX escalation_steps_of_escalation ON escalation_steps (escalation_id);
CREATE INDEX academy_places_of_cohort ON academy_places (cohort_id);
CREATE INDEX academy_places_of_worker ON academy_places (worker_id);
CREATE INDEX practice_observations_of_worker ON practice_observations (worker_id);
CREATE INDEX assessed_year_notes_of_worker ON assessed_year_notes (worker_id);

-- Whoever may not see everybody asks for a family through the policy: without this, child by child through the council.
CREATE INDEX family_members_of_family ON family_members (family_id);
