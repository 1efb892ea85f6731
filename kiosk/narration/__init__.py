"""Text to speech: how a sentence is read, which voice speaks it, and the resulting clip."""
