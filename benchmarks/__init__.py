"""How fast it is, against what one would use otherwise: ``python -m benchmarks``, or ``make benchmark``."""
