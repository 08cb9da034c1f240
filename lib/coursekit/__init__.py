"""What authors and instructors run: build, check, prove and grade the course."""
