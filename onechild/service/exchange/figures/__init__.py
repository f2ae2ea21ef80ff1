"""Works out the council's figures from the record and stores them, with the children behind them and what pages say."""
