"""Specially careful work: forced marriage and the like, homelessness at 16 or 17, missing children, exploitation."""
