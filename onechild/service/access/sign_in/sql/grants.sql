-- What the web's role may do with the tables of signing in: none of them holds a child.
GRANT SELECT, INSERT, UPDATE, DELETE ON
    access_sessions, access_sign_in_links, access_authenticators, access_recovery_codes, access_rate_counts,
    axes_accessattempt, axes_accesslog, axes_accessfailurelog, axes_accessattemptexpiration
    TO onechild_web;
GRANT SELECT, INSERT, UPDATE ON access_users TO onechild_web;
