"""The section 47 enquiry: what was found, what the child says, and what a manager concludes with the worker."""
