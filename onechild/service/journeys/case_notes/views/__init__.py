"""The pages of case notes, transcripts and documents."""
