"""The trainer's kit: guide, schema, templates, lists and a checker, as web pages."""
