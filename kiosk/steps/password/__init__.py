"""Password: digits are typed but not stored."""
