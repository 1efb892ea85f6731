"""Ask: a question with two to four answers."""
