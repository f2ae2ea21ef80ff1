"""The child protection conference: arranged, prepared with the family, held, decided and told to all."""
