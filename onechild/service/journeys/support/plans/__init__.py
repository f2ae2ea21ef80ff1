"""The child in need plan: written, approved, reviewed, looked at by a manager, ended."""
