"""What is heard and recorded."""
