"""Settings, addresses, navigation and jobs: the only place that knows every app."""
