"""What taking part costs a newcomer and whoever does the work today."""
