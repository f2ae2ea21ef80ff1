-- Columns that were added to tables with history: the history takes them too.
SELECT record_keep_history('need_plan_notes', 'need_plan_note_id');
SELECT record_keep_history('step_downs', 'step_down_id');
