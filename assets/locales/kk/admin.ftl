# What administrators and chairs read.
