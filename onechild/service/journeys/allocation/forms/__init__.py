"""The forms of allocation. Nobody and nothing is chosen for the manager."""
