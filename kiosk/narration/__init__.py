"""What is said aloud: how a sentence is read, which voice speaks it, and its sound."""
