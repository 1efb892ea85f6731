"""Order: touch things in their sequence."""
