"""Signed packs: lessons, pictures, voices and translations that a province publishes.

A pack is published as plain files under The Update Framework (TUF). `repository` makes and signs
it; `sync` fetches and checks it on a kiosk; `store` holds what a kiosk has installed.
"""
