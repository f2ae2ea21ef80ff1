"""The rules pages: every clock with its law, an example, its versions and how it stands today."""
