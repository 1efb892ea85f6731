"""The real kiosk without a display: it plays lessons by itself and has its picture taken."""
