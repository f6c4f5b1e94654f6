"""Texts that go to a translator and come back: units as segments, files, and what is merged."""
