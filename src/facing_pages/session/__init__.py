"""What survives between starts: settings and recent pairs."""
