"""What can be moved in a lesson, a module for each unit."""
