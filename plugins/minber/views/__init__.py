"""For each kind of page the plain data that its template needs, and nothing else."""
