"""How many processor cores this process may use."""

import os


def usable_cores() -> int:
    """Return how many cores the process may run on; a user or a container may allow fewer than there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
