"""PINs with records computed once per process: hashing takes a quarter of a second on purpose.

tests/staff tests the hash itself, with a new record each time.
"""

from functools import cache

from kiosk.staff import pin

pin._digest = cache(pin._digest)

known_record = cache(pin.record_of)
