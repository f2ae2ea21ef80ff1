-- What is noted about a relationship keeps its history; versions of a letter's paragraphs carry the columns that were added.

SELECT record_keep_history('relationship_notes', 'relationship_note_id');
SELECT record_keep_history('letter_parts', 'letter_part_id');

CREATE INDEX relationship_notes_of_relationship ON relationship_notes (relationship_id) WHERE gone_at IS NULL;
