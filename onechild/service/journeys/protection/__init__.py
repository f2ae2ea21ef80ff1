"""Protecting a child from significant harm: strategy discussion, enquiry, conference, plan, core groups and the end."""
