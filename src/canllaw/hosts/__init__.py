"""Builders of sites that canllaw can be a guest of. Only they know the builder."""
