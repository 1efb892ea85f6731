"""The window: its creation, rendering, protection, touch handling and printing."""
