"""Papers: tick off what to bring."""
