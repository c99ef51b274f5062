"""What a disclosure says, as frozen values."""
