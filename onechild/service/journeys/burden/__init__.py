"""The burden of recording: how long forms take and which questions nobody answers, counted by form, never by person."""
