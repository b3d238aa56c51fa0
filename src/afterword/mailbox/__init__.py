"""What comes back by mail: read, understood and matched; it knows no Django and no clock.

Nothing here touches the network. A message is bytes; what it is follows from them alone.
"""
