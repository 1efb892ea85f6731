"""Every screen of the journey, in every size of screen and letters, kept to the rules of sight and touch."""

import pytest
from conftest import SORTS
from findings import ON_EVERY_SCREEN
