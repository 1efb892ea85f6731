"""The user interface in Qt: view models, sound, background work and the window."""
