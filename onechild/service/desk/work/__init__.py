"""The lists of the work that crosses children: the front door, assessments, protection, decisions and the rest."""
