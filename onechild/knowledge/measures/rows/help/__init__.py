"""What the measures of help and protection count: the front door, assessments, children in need, enquiries, plans."""
