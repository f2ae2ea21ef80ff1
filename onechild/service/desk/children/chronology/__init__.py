"""The chronology of a child: what somebody called significant, why, and how a happening is marked."""
