"""What a report holds beside findings, made ready for it: dates, burdens, measures, registers, the timeline."""
