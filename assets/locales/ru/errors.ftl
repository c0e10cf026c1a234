# Refusals and error pages: each says what is wrong and what to do.
