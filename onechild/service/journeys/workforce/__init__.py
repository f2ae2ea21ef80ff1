"""The workforce: posts, employments, absences, targets and the census of children's social workers."""
