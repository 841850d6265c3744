"""What point 61 forbids, as guards: who may have no part, what may not be disclosed, what is asked of who decides."""
