"""The pages of deciding on contacts."""
