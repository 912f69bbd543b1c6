"""A batch on a real cluster of Dask, two worker processes, one of which is killed in the middle."""

from __future__ import annotations

import os
import signal

import pytest

import negotiation_docs as nd
from tests.make.crowd import crowd

distributed = pytest.importorskip("distributed", reason="the extra dask")


@pytest.fixture
def client(tmp_path):
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, local_directory=str(tmp_path)
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


@pytest.mark.filterwarnings("default")
def test_a_cluster_that_loses_a_worker_in_the_middle_makes_every_paper_once(client, out, many, tmp_path):
    cases = crowd(16)
    run = nd.render_many(cases, ["hardship_letter"], formats=["docx"], out=out, executor=client, workers=4, chunk=1)
    made = [next(run) for _ in range(2)]
    before = dict(client.run(os.getpid))
    assert len(before) == 2
    os.kill(next(iter(before.values())), signal.SIGKILL)
    made += run
    assert [one.state for one in made] == ["made"] * 16
    assert [one.number for one in made] == list(range(1, 17))
    assert len(list(out.rglob("*.docx"))) == 16
    assert [one.sha256 for one in made] == [one.sha256 for one in many(cases, out=tmp_path / "here")]
    assert [one.state for one in many(cases)] == ["kept"] * 16, "any crew goes on where another was"
