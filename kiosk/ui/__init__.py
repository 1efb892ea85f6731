"""Qt: view models, pictures, the window, and the driver that touches it."""
