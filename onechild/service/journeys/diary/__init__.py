"""The diary: what a worker plans, who covers for whoever is away, and a calendar feed that names nobody."""
