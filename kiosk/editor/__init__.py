"""The lesson editor without its window: edits a lesson file as text, part by part."""
