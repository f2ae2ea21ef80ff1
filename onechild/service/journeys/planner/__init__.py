"""The planner: who could take whom, proposed with its proof, held and changed by a manager, then made so."""
