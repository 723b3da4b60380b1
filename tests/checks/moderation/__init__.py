"""Tests of the checks about moderation."""
