"""The pages that need no sign-in, by name: every other page asks for one."""

# Open to anybody, and the same for everybody: they ask the database nothing, know of no session, and may be kept by
# browsers and proxies for a while.
OPEN_PAGES: frozenset[str] = frozenset(
    {
        "benchmarks",
        "benchmarks-about",
        "benchmarks-topic",
        "benchmarks-measure",
        "benchmarks-council",
        "benchmarks-view",
        "benchmarks-csv",
        "benchmarks-xlsx",
    }
)

# Forms for anybody: answered before anybody is known, as a role of the database that can read nothing.
PUBLIC_FORMS: frozenset[str] = frozenset({"partner-form", "partner-done"})

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
    | OPEN_PAGES
    | PUBLIC_FORMS
)
