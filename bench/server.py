"""One cell through a Jupyter server's WebSocket: Moka's lab beside jupyter_server with ipykernel, in one run."""
import json
import os
import subprocess
import sys
import tempfile
import time
import uuid

import requests

from channels import Channels
from common import JAVA, ROOT, log_file, median, percentile, table, wait_for

ROUNDS = 5
CELLS = 200
TOKEN = uuid.uuid4().hex


def moka(folder, log):
    port_file = os.path.join(folder, "out")
    with open(port_file, "wb") as out:
        process = subprocess.Popen(
            [JAVA, "-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED", f"-Dmoka.root={ROOT}",
             "-jar", os.path.join(ROOT, "lab", "target", "moka-lab.jar"), "--root", folder, "--port", "0", "--token", TOKEN],
            stdout=out, stderr=log)
    address = wait_for("the lab", lambda: next((word for word in open(port_file).read().split() if word.startswith("http://")), None))
    return process, address.split("?")[0].removesuffix("/lab").rstrip("/"), "java"


def jupyter(folder, log):
    port = 20000 + os.getpid() % 20000
    process = subprocess.Popen(
        [sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}",
         f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={folder}"], stdout=log, stderr=log)
    return process, f"http://127.0.0.1:{port}", "python3"


def measure(start, name):
    folder = tempfile.mkdtemp(prefix="moka-bench-")
    process, base, kernel_name = start(folder, log_file(name))
    head = {"Authorization": f"token {TOKEN}"}
    try:
        wait_for(name, lambda: requests.get(base + "/api", headers=head, timeout=2).ok)
        ready, times = [], []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            made = requests.post(base + "/api/kernels", json={"name": kernel_name}, headers=head, timeout=60)
            made.raise_for_status()
            channels = Channels(base, made.json()["id"], head)
            channels.ask("kernel_info_request", {}, idle=False)
            ready.append(time.perf_counter() - began)
            for _ in range(20):
                channels.execute("1+1")
            times += [channels.execute("1+1") * 1000 for _ in range(CELLS)]
            channels.close()
            requests.delete(f"{base}/api/kernels/{made.json()['id']}", headers=head, timeout=30)
        return {"kernel ready, s": median(ready), "1+1 p50, ms": median(times), "1+1 p95, ms": percentile(times, 0.95),
                "1+1 slowest, ms": max(times), "over 35 ms, of 1,000": sum(t > 35 for t in times)}
    finally:
        process.terminate()
        process.wait(timeout=30)


def main():
    ours, theirs = measure(moka, "lab"), measure(jupyter, "jupyter_server")
    table("A cell through the server's WebSocket", ["figure", "Moka", "jupyter_server 2.21.1 + ipykernel 7.4.0", "ratio"],
          [[figure, f"{ours[figure]:.2f}", f"{theirs[figure]:.2f}", f"{ours[figure] / theirs[figure]:.2f}" if theirs[figure] else "–"] for figure in ours])
    print(json.dumps({"moka": ours, "jupyter_server": theirs}), file=sys.stderr)


if __name__ == "__main__":
    main()
