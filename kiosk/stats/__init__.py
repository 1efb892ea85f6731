"""What happened at this kiosk, as counters by the hour: nothing in them points to a person."""
