"""The register of decisions: searched, counted, opened, challenged and answered."""
