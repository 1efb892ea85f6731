"""What only the staff may do: the PIN and its guard."""
