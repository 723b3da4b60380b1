"""Rules and cases into verdicts, and verdicts into one settled report."""
