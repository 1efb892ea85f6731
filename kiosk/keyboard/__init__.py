"""Writing on keys that are touched: what each key does to a text. No Qt."""
