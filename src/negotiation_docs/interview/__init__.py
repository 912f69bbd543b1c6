"""A way in for somebody without a case file: questions in their order, answers through the models of the case file."""
