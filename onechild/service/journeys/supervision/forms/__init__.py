"""The forms of supervision: nothing is chosen for anybody, and every decision has its words."""
