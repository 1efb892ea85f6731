"""Qt: view models, pictures, the window, and the driver that touches it."""

from kiosk.ui.immortal import make_singletons_immortal

make_singletons_immortal()
