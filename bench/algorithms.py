"""XGBoost: training, one-row answers and a batch, Moka's programs beside Python's xgboost, in one run on the same data and threads."""
import concurrent.futures
import http.client
import json
import os
import signal
import subprocess
import sys
import tempfile
import time

import numpy as np
import xgboost

from common import JAVA, ROOT, log_file, median, percentile, table, wait_for

JAR = os.path.join(ROOT, "algorithms", "target", "moka-algorithms.jar")
HERE = os.path.dirname(os.path.abspath(__file__))
ROWS, COLUMNS, TESTED = 200_000, 28, 50_000
BATCH_ROWS = int(os.environ.get("MOKA_BENCH_BATCH_ROWS", "1000000"))
THREADS = os.cpu_count()
SETTINGS = {"num_round": "50", "objective": "binary:logistic", "max_depth": "6", "eta": "0.1", "tree_method": "hist",
            "eval_metric": "auc", "nthread": str(THREADS)}
RUNS = 3
REQUESTS, CLIENTS, CLIENT_SECONDS = 4000, 32, 8
PAYLOAD = 5 << 20


def make_data(base):
    generator = np.random.default_rng(7)
    features = generator.normal(size=(ROWS + TESTED, COLUMNS)).astype("float32")
    signal = features @ generator.normal(size=COLUMNS) + 2 * features[:, 0] * features[:, 1] - features[:, 2] ** 2
    labels = (signal + generator.normal(size=len(signal)) * 3 > 0).astype(int)
    for channel, part in (("train", slice(0, ROWS)), ("validation", slice(ROWS, None))):
        folder = os.path.join(base, "input", "data", channel)
        os.makedirs(folder)
        np.savetxt(os.path.join(folder, "data.csv"), np.column_stack([labels[part], features[part]]), delimiter=",",
                   fmt=["%d"] + ["%.6f"] * COLUMNS)
    config = os.path.join(base, "input", "config")
    os.makedirs(config)
    with open(os.path.join(config, "hyperparameters.json"), "w") as file:
        json.dump(SETTINGS, file)
    with open(os.path.join(config, "inputdataconfig.json"), "w") as file:
        json.dump({name: {"ContentType": "text/csv"} for name in ("train", "validation")}, file)
    return features[ROWS:], labels[ROWS:]


def moka(task, base, **variables):
    return [JAVA, "-XX:+UseSerialGC", "-Xmx2g", "-jar", JAR, task, "--algorithm", "xgboost"], {
        **os.environ, "SAGEMAKER_BASE_DIR": base, "SAGEMAKER_BIND_TO_PORT": "0", **variables}


def timed(command, environment):
    began = time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=log_file("algorithms"), stderr=log_file("algorithms"))
    return time.perf_counter() - began


def auc(model, features, labels):
    booster = xgboost.Booster()
    with open(model, "rb") as file:
        booster.load_model(bytearray(file.read()))
    scores = booster.predict(xgboost.DMatrix(features))
    order = np.argsort(scores)
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(1, len(scores) + 1)
    positive = labels.sum()
    return (ranks[labels == 1].sum() - positive * (positive + 1) / 2) / (positive * (len(labels) - positive))


def training(base, features, labels):
    command, environment = moka("train", base)
    python = [sys.executable, os.path.join(HERE, "xgboost_peer.py"), "train", base]
    ours, theirs = [], []
    for _ in range(RUNS):
        ours.append(timed(command, environment))
        theirs.append(timed(python, dict(os.environ)))
    mine = auc(os.path.join(base, "model", "xgboost-model"), features, labels)
    other = auc(os.path.join(base, "peer-model.ubj"), features, labels)
    table(f"XGBoost training, {ROWS:,} × {COLUMNS} rows of CSV, 50 rounds, {THREADS} threads, whole process (Python's xgboost {xgboost.__version__})",
          ["figure", "Moka", "Python", "ratio", "goal"],
          [["wall time, s (median of %d)" % RUNS, f"{median(ours):.2f}", f"{median(theirs):.2f}", f"{median(ours) / median(theirs):.2f}", "≤ 1.10"],
           ["AUC on rows not trained on", f"{mine:.5f}", f"{other:.5f}", f"{mine - other:+.5f}", "within 0.002"]])


def one_row(port, row, count):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    times = []
    for _ in range(count):
        began = time.perf_counter()
        connection.request("POST", "/invocations", row, {"Content-Type": "text/csv"})
        connection.getresponse().read()
        times.append((time.perf_counter() - began) * 1000)
    return times[count // 4:]


def load(port, row):
    """Requests per second of many clients, each a process of its own so that Python's lock is not what is measured."""
    with concurrent.futures.ProcessPoolExecutor(4) as pool:
        done = pool.map(clients, [port] * 4, [row] * 4)
        return sum(done) / CLIENT_SECONDS


def clients(port, row):
    import asyncio
    request = b"POST /invocations HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\nContent-Length: %d\r\n\r\n" % len(row) + row

    async def client(end):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        count = 0
        while time.monotonic() < end:
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")).split(b":")[1])
            await reader.readexactly(length)
            count += 1
        writer.close()
        return count

    async def all_clients():
        end = time.monotonic() + CLIENT_SECONDS
        return sum(await asyncio.gather(*[client(end) for _ in range(CLIENTS // 4)]))

    return asyncio.run(all_clients())


def batch(port, path):
    """The whole file in payloads of whole lines, two at a time, as batch transform sends it."""
    def send(payload):
        connection = http.client.HTTPConnection("127.0.0.1", port)
        connection.request("POST", "/invocations", payload, {"Content-Type": "text/csv"})
        reply = connection.getresponse()
        assert reply.status == 200, reply.read()
        return reply.read().count(b"\n")

    began = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(THREADS) as pool, open(path, "rb") as file:
        jobs = []
        while payload := file.read(PAYLOAD):
            jobs.append(pool.submit(send, payload + file.readline()))
        rows = sum(job.result() for job in jobs)
    assert rows == BATCH_ROWS, rows
    return time.perf_counter() - began


def serving(base, features):
    row = ",".join(f"{value:.6f}" for value in features[0]).encode()
    output = os.path.join(base, "serve.log")
    command, environment = moka("serve", base)
    with open(output, "wb") as out:
        ours = subprocess.Popen(command, env=environment, stdout=out, stderr=out)
    port = int(wait_for("Moka's server", lambda: next((line.split()[-1] for line in open(output) if line.startswith("Listening on ")), None)))
    peer_port = 20000 + os.getpid() % 20000
    theirs = subprocess.Popen([sys.executable, "-m", "gunicorn", "-w", str(THREADS), "-b", f"127.0.0.1:{peer_port}", "--keep-alive", "60",
                               "-k", "gthread", "--threads", "8", "--chdir", HERE, f"xgboost_peer:application('{base}/peer-model.ubj')"],
                              stdout=log_file("gunicorn"), stderr=log_file("gunicorn"))
    try:
        wait_for("gunicorn", lambda: one_row(peer_port, row, 1) or True)
        mine, other = one_row(port, row, REQUESTS), one_row(peer_port, row, REQUESTS)
        fast, slow = load(port, row), load(peer_port, row)
        table(f"One row of CSV to /invocations (beside gunicorn with {THREADS} workers and Python's xgboost)",
              ["figure", "Moka", "gunicorn", "ratio", "goal"],
              [["p50, ms", f"{median(mine):.2f}", f"{median(other):.2f}", f"{median(mine) / median(other):.2f}", "≤ 1 ms"],
               ["p99, ms", f"{percentile(mine, .99):.2f}", f"{percentile(other, .99):.2f}", f"{percentile(mine, .99) / percentile(other, .99):.2f}", ""],
               [f"requests/s, {CLIENTS} clients", f"{fast:,.0f}", f"{slow:,.0f}", f"{fast / slow:.1f}", "≥ 3"]])
        path = os.path.join(base, "batch.csv")
        chosen = features[np.arange(BATCH_ROWS) % len(features)]
        np.savetxt(path, chosen, delimiter=",", fmt="%.6f")
        took = batch(port, path)
        peer = timed([sys.executable, os.path.join(HERE, "xgboost_peer.py"), "predict", base, path], dict(os.environ))
        table(f"{BATCH_ROWS:,} rows of CSV, predicted (Python: one process that reads, predicts and writes chunk by chunk)",
              ["figure", "Moka", "Python", "times as fast", "goal"], [["wall time, s", f"{took:.1f}", f"{peer:.1f}", f"{peer / took:.1f}", "≥ 3"]])
    finally:
        for process in (ours, theirs):
            process.send_signal(signal.SIGTERM)
            process.wait(40)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="moka-bench-") as folder:
        held_features, held_labels = make_data(folder)
        training(folder, held_features, held_labels)
        serving(folder, held_features)
