"""Call: the simulated phone receives a call; the learner chooses a reaction."""
