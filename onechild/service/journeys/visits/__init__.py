"""Recording a visit, once for a whole group of brothers and sisters."""
