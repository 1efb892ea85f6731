"""Work beside the window: threads, helper processes, watched folders, the clock."""
