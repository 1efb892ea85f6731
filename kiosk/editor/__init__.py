"""The lesson editor without its window: a lesson file as text that is changed in places."""
