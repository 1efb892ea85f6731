"""Import of lessons from USB sticks: scan, trial, and an atomic import that can be undone."""
