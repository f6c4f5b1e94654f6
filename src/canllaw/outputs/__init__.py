"""What else is made from the library: what is known of a page's facts, lists, the schema."""
