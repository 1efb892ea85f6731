"""Type: type a text on the simulated phone's keyboard."""
