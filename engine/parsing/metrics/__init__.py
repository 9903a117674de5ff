"""Metrics: quantities said of an indicator, with name, period, status and owner; see `find.find_metrics`."""
