"""What a message is: read, understood and matched, from its bytes alone; no network, no clock."""
