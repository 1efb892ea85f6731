"""Background work: threads, helper processes, watched folders, the clock."""
