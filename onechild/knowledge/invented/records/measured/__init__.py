"""What only the measures ask for: prices and population, schools' results, matches, audits, conversions."""
