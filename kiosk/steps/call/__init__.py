"""Call: somebody rings and speaks; the learner decides."""
