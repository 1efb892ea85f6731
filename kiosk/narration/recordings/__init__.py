"""Sentences recorded by people: kept durably, found by the Vietnamese sentence that they speak."""
