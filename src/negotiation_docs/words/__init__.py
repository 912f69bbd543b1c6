"""Words in both languages: labels, dates and amounts as papers write them."""
