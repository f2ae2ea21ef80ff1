"""What was promised for children, who must keep it and by when; each promise's story; and a child's drift."""

from onechild.service.record.queries.promises.drift import Drift, drift_of
from onechild.service.record.queries.promises.reading import Promise, open_promises, promise, promises_of
from onechild.service.record.queries.promises.stories import Step, open_dispute, story

__all__ = ["Drift", "Promise", "Step", "drift_of", "open_dispute", "open_promises", "promise", "promises_of", "story"]
