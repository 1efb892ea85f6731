"""What authors of lessons get: schema, guide, skeleton, and a check of what they wrote."""
