# What the demo says when it starts: what to open, each with its address behind it.
demo-making = Making a sample union …
demo-open = A sample union is served. Open in a browser:
demo-start = The start
demo-scanned = A collective agreement, as scanned
demo-shelf = A school's shelf
demo-kit = Its stand kit (PDF)
demo-first-sign-in = Sign in as the administrator (works once)
demo-sign-in = Sign in
demo-phone = To scan with a phone on the same Wi-Fi: tizilim demo --lan
demo-stop = Stop with Ctrl+C. What the server does is told with --log info
