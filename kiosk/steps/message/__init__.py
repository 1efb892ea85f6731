"""Message: the simulated phone receives a message; the learner chooses a reaction."""
