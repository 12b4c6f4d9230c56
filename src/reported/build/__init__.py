"""An edition is made, published, compared and asked many times over."""
