"""Settings all tests share."""

from hypothesis import settings

# A first call may import or compile; how long an example takes is not under test.
settings.register_profile("course", deadline=None)
settings.load_profile("course")
