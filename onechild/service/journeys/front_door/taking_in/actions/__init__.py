"""What taking contacts in writes: contacts, links to children, adults, priorities, joins, who is on duty."""
