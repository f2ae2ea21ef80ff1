"""Signing in and staying signed in: passwords, one-time codes, single sign-on, one-use links, sessions, rate limits."""
