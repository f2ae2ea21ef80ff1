"""How the front door and the courts stand at this moment, live from the record; the pages look again by themselves."""
