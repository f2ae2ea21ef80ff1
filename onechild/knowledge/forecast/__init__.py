"""The next six weeks of duties against the time there is: arithmetic of capacity, and nothing about any child."""
