"""Next steps: what each debt asks for now, by when and why, made of events and of the papers that answer them."""
