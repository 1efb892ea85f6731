"""A kiosk that teaches people to use their phone, with a voice and a simulated phone."""

__version__ = "0.1.0"
