"""What a panel's scores say about the panel: tests that hold their rate of false alarms on fair panels, and plain measures."""
