"""The assessed and supported year: begun, reviewed, signed, ended or made longer."""
