"""Usage statistics: counters by the hour, without personal data."""
