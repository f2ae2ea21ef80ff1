"""What is planned, where children live together, and who covers for whoever is away."""
