"""Hatterton: an invented council, simulated day by day and calibrated on a real council's published figures."""
