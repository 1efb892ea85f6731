"""Recorded sentences: stored durably, looked up by the Vietnamese sentence that they speak."""
