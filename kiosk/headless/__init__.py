"""The real kiosk without a display: for automatic play of lessons and for screenshots."""
