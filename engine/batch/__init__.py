"""Many documents at once (to come): the same function here and on a cluster."""
