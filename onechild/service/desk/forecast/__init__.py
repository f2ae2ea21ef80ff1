"""The forecast of breaches: six weeks of duties against the time there is, by worker; nothing about a child."""
