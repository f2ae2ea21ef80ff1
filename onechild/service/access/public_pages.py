"""The pages that need no sign-in, by name: every other page asks for one."""

PUBLIC_PAGES: frozenset[str] = frozenset(
    {
        "sign-in",
        "sign-in-code",
        "sign-in-set-up",
        "sign-in-link",
        "sign-in-new-password",
        "single-sign-on",
        "single-sign-on-back",
        "sign-out",
        "health",
        "ready",
        "calendar-feed",
    }
)
