"""Bilingual guidance on additional learning needs in Wales, from facts that say who says so."""
