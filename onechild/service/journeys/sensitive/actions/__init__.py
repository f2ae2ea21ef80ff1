"""What is written on a pathway, about an order that protects a child, and about a child who was missing."""
