"""The pages that need no sign-in, by name: every other page asks for one."""

PUBLIC_PAGES: frozenset[str] = frozenset(
    {
        "sign-in",
        "sign-in-code",
        "sign-in-recovery",
        "sign-in-link",
        "sign-in-forgotten",
        "sign-out",
        "signed-out",
        "single-sign-on",
        "single-sign-on-back",
        "oidc_authentication_init",
        "oidc_authentication_callback",
        "health",
        "ready",
    }
)
