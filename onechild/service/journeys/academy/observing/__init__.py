"""Practice observations: written by who watched, answered and signed by who was watched."""
