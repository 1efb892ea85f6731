"""Signed packs: lessons, pictures, voices and translations that a province publishes.

A pack is published as plain files under The Update Framework (TUF). `repository` builds and signs
it; `sync` downloads and checks it on a kiosk; `store` holds the installed versions.
"""
