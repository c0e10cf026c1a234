# Public pages.
