# Help for members, chairs and administrators.
