"""Pages that cross journeys: my day, teams, workers, search, the child's page, performance."""
