"""From one case to a million: papers of many cases on any executor, in constant memory, resumable at any moment."""
