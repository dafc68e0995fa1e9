"""Kernels side by side over ZeroMQ: start, warm cell, printed lines, interrupt, memory. Median of five starts each."""
import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import time
import uuid

import psutil
from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file

from common import JAVA, log_file, maven_class_path, median, moka_kernel, percentile, table

STARTS = 5
CELLS = 200
LINES = 10_000


class Kernel:
    """One started kernel with a client; the clock runs from before the process exists."""

    def __init__(self, argv, log):
        self.folder = tempfile.mkdtemp(prefix="moka-bench-")
        connection, _ = write_connection_file(os.path.join(self.folder, "connection.json"))
        self.began = time.perf_counter()
        self.process = subprocess.Popen([part.replace("{connection_file}", connection) for part in argv],
                                        stdout=log, stderr=log, cwd=self.folder)
        self.client = BlockingKernelClient()
        self.client.load_connection_file(connection)
        self.client.start_channels()

    def first_contact(self):
        """Asks until the kernel answers; false when it does not within 20 s."""
        give_up = self.began + 20
        while time.perf_counter() < give_up:
            self.client.kernel_info()
            end = time.perf_counter() + 0.05
            while time.perf_counter() < end:
                try:
                    self.client.get_shell_msg(timeout=0.01)
                    return True
                except Exception:
                    if self.process.poll() is not None:
                        raise SystemExit(f"bench: the kernel ended with {self.process.returncode}")
        return False

    def run(self, code, on_stream=None):
        """Runs one cell; returns its seconds from sending to both the reply and idle, and the reply's status."""
        began = time.perf_counter()
        message = self.client.execute(code, allow_stdin=False)
        idle = False
        while not idle:
            published = self.client.get_iopub_msg(timeout=15)
            if published["parent_header"].get("msg_id") != message:
                continue
            if published["msg_type"] == "stream" and on_stream:
                on_stream(published["content"]["text"])
            idle = published["msg_type"] == "status" and published["content"]["execution_state"] == "idle"
        while True:
            reply = self.client.get_shell_msg(timeout=15)
            if reply["parent_header"].get("msg_id") == message:
                return time.perf_counter() - began, reply["content"]["status"]

    def interrupt(self, by_message):
        if by_message:
            self.client.session.send(self.client.control_channel.socket, "interrupt_request", {})
        else:
            self.process.send_signal(2)

    def cpu(self):
        times = psutil.Process(self.process.pid).cpu_times()
        return times.user + times.system

    def stop(self):
        self.client.stop_channels()
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def measure(spec):
    log = log_file(spec["name"])
    first, cells, lines, lost, messages, stops, burnt, idle_mb, mute = [], [], [], [], [], [], [], [], 0
    for _ in range(2 * STARTS):
        if len(first) == STARTS:
            break
        kernel = Kernel(spec["argv"], log)
        try:
            if not kernel.first_contact():
                mute += 1
                continue
            kernel.run("1+1")
            first.append(time.perf_counter() - kernel.began)
            idle_mb.append(psutil.Process(kernel.process.pid).memory_info().rss / 1e6)
            for number in range(20):
                kernel.run(f"{number}+1")
            times = [kernel.run(f"{number}+1")[0] * 1000 for number in range(CELLS)]
            cells.append((median(times), percentile(times, 0.95)))
            for _ in range(3):
                text = []
                seconds, _ = kernel.run(spec["lines"], text.append)
                lines.append(seconds * 1000)
                messages.append(len(text))
                lost.append(LINES - "".join(text).count("\n"))
            if spec.get("loop") and not stops:
                stops.append(stop_busy_loop(kernel, spec, burnt))
        except queue.Empty:
            mute += 1
        finally:
            kernel.stop()
    return {
        "start → first 1+1, s": median(first),
        "starts that stopped answering": mute,
        "warm cell p50, ms": median([p50 for p50, _ in cells]),
        "warm cell p95, ms": median([p95 for _, p95 in cells]),
        "10,000 lines, ms": median(lines),
        "lines lost": max(lost),
        "messages for them": median(messages),
        "busy loop stops, ms": stops[0] if stops else float("nan"),
        "CPU burnt in the second after, s": burnt[0] if burnt else float("nan"),
        "RSS after first cell, MB": median(idle_mb),
    }


def stop_busy_loop(kernel, spec, burnt):
    """Interrupts an endless loop half a second in; milliseconds until the reply, infinite when none comes in 5 s."""
    message = kernel.client.execute(spec["loop"], allow_stdin=False)
    deadline = time.perf_counter() + 0.5
    while time.perf_counter() < deadline:
        time.sleep(0.01)
    began = time.perf_counter()
    kernel.interrupt(spec["by_message"])
    took = float("inf")
    try:
        while took == float("inf"):
            reply = kernel.client.get_shell_msg(timeout=5)
            if reply["parent_header"].get("msg_id") == message:
                took = (time.perf_counter() - began) * 1000
    except Exception:
        pass
    before = kernel.cpu()
    time.sleep(1)
    burnt.append(kernel.cpu() - before)
    return took


def specs():
    java_lines = f'for (int i = 0; i < {LINES}; i++) System.out.println("line " + i);'
    java_loop = "while (true) {}"
    moka = dict(name="moka", argv=moka_kernel(), lines=java_lines, loop=java_loop, by_message=True)
    python = dict(name="ipykernel", argv=[sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
                  lines=f"for i in range({LINES}): print('line', i)", loop="while True: pass", by_message=False)
    rapaio = dict(name="rapaio", argv=[JAVA, "-cp", maven_class_path("io.github.padreati:rapaio-jupyter-kernel:3.0.1"),
                                       "org.rapaio.jupyter.kernel.MainApp", "{connection_file}"],
                  lines=java_lines, loop=None, by_message=True)
    return [moka, python, rapaio]


def main():
    results = {spec["name"]: measure(spec) for spec in specs()}
    moka, python, rapaio = results["moka"], results["ipykernel"], results["rapaio"]
    rows = []
    for figure in moka:
        ratio = lambda other: f"{moka[figure] / other[figure]:.2f}" if other[figure] and other[figure] == other[figure] else "–"
        rows.append([figure, *(f"{r[figure]:.3g}" if figure.endswith(", s") else f"{r[figure]:,.1f}" for r in (moka, python, rapaio)),
                     ratio(python), ratio(rapaio)])
    table("Kernels", ["figure", "Moka", "ipykernel 7.4.0", "rapaio 3.0.1", "Moka / ipykernel", "Moka / rapaio"], rows)
    print(json.dumps(results), file=sys.stderr)


if __name__ == "__main__":
    main()
