"""How fast it is, held against what one would use otherwise: ``python -m benchmarks``, or ``make benchmark``."""
