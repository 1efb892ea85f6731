"""Papers: a checklist of what to bring."""
