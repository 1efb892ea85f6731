"""Password: digits are typed and never kept."""
