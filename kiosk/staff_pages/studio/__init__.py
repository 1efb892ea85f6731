"""The page where a native speaker gives the kiosk her voice, sentence by sentence."""
