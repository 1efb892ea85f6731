"""What Qt for Python lacks: properties that a type checker understands, and typed list models."""
