from tests.spec.measures import test_engines as te
from tests.spec.measures.leaving_examples import EXAMPLES as A
from tests.spec.measures.court_examples import EXAMPLES as B
from tests.spec.measures.homes_examples import EXAMPLES as C
from tests.spec.measures.workforce_examples import EXAMPLES as D
from tests.spec.measures.caseload_examples import EXAMPLES as E
import pytest, psycopg, os
from onechild.knowledge.engines import duckdb, postgres
from onechild.knowledge.engines.record import open_record
from tests.knowledge.clocks import plain_record
from onechild.knowledge.measures.behind import behind
from onechild.knowledge.measures.engine import figures
from onechild.knowledge.measures.preparing import prepare
from onechild.knowledge.measures.question import Question, moments_of
from onechild.knowledge.measures.model import Basis
from onechild.knowledge.measures.catalogue import MEASURES
ALL = (*A,*B,*C,*D,*E)
POOLED = tuple(e for e in ALL if "settings" not in e.holds)

def few(store, examples):
    measures = [m for m in MEASURES.values() if any(o.measure.key == m.key for o in examples)]
    prepare(store, measures)
    days = sorted({one.asked["as_ats"][0] for one in examples if one.as_at})
    periods = sorted({one.asked["periods"][0] for one in examples if not one.as_at})
    asked = {Basis.AS_AT: Question(store, moments_of(as_ats=days)), Basis.PERIOD: Question(store, moments_of(periods=periods))}
    found={}
    for m in measures:
        q=asked[m.basis]
        try:
            found[m.key]=figures(q,m)
        except Exception as e:
            found[m.key]=repr(e)[:400]
    return found

def show(a,b):
    bad=[k for k in b if a.get(k)!=b[k]]
    for k in bad: print("BAD",k,a[k],b[k])
    return bad

@pytest.mark.skipif(not os.environ.get("REC"), reason="x")
def test_record(postgres_url):
    tables = te._pool(POOLED)
    with psycopg.connect(postgres_url, autocommit=True) as connection, connection.cursor() as cursor:
        plain_record.make_tables(cursor)
        plain_record.put(cursor, {name: rows.to_pylist() for name, rows in tables.items()})
        with duckdb.open_memory(tables) as expected, open_record(postgres_url) as store:
            assert not show(few(store, POOLED), few(expected, POOLED))

@pytest.mark.skipif(not os.environ.get("SPK"), reason="x")
def test_spark():
    from onechild.knowledge.engines import spark
    tables = te._pool(POOLED)
    with duckdb.open_memory(tables) as expected, spark.open_memory(tables) as store:
        assert not show(few(store, POOLED), few(expected, POOLED))
