"""`onechild …`: thin commands over the knowledge and the service."""
