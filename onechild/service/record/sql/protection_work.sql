-- Versions of what protection writes down carry the columns that were added.

SELECT record_keep_history('strategy_notes', 'strategy_note_id');
SELECT record_keep_history('enquiry_notes', 'enquiry_note_id');
SELECT record_keep_history('conference_arrangements', 'arrangement_id');
SELECT record_keep_history('meeting_people', 'meeting_person_id');
