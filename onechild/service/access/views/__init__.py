"""The pages of access: who can see what, who has looked, restricted records, emergencies, bars."""
