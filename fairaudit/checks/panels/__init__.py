"""Checks on what a panel's scores say about the panel: measured for every report, and tested where a test can find something.

Evaluators are called by number unless names are asked for. Price criteria are left out; lots stand apart; nothing here asks
whether a score is missing, since only what somebody gave is compared.
"""
