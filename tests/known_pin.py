"""PINs whose records are made once in a process: hashing is meant to take a quarter of a second.

What the hash itself must do is tested in tests/staff, with a fresh record each time.
"""

from functools import cache

from kiosk.staff import pin

pin._digest = cache(pin._digest)

known_record = cache(pin.record_of)
