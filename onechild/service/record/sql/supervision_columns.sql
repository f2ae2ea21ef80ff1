-- Columns that were added to tables with history: the history takes them too.
SELECT record_keep_history('supervision_sessions', 'session_id');
SELECT record_keep_history('personal_supervisions', 'personal_id');
SELECT record_keep_history('supervision_notes', 'note_id');
SELECT record_keep_history('supervision_readings', 'reading_id');
