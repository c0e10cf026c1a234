# Printed matter.
