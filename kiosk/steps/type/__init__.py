"""Type: write a text on the phone's keyboard."""
