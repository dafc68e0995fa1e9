"""Data formats side by side: RecordIO-protobuf beside AWS's Python SDK, CSV beside pandas' C engine; one thread each."""
import glob
import io
import os
import shutil
import subprocess
import tempfile
import time

import numpy as np
import pandas as pd
from sagemaker.amazon.common import read_records, write_numpy_to_dense_tensor

from common import JAVA, ROOT, median, table

CSV_ROWS, CSV_COLUMNS = 100_000, 20
ROWS, COLUMNS = 20_000, 50
ROUNDS = 5


def seconds(work):
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return median(times)


def write_csv(folder):
    numbers = np.random.default_rng(1).standard_normal((CSV_ROWS, CSV_COLUMNS))
    pd.DataFrame(numbers).to_csv(os.path.join(folder, "long.csv"), header=False, index=False)
    pd.DataFrame(numbers).to_csv(os.path.join(folder, "short.csv"), header=False, index=False, float_format="%.4f")


def python_figures(folder):
    figures = {}
    for name in ("long", "short"):
        with open(os.path.join(folder, f"{name}.csv"), "rb") as file:
            content = file.read()
        for kind in ("float64", "float32"):
            read = lambda: pd.read_csv(io.BytesIO(content), header=None, engine="c", dtype=kind)
            figures[f"csv {kind} {name}"] = seconds(read)
    data = np.random.default_rng(1).random((ROWS, COLUMNS), dtype=np.float32)
    labels = np.zeros(ROWS, dtype=np.float32)
    out = io.BytesIO()
    write_numpy_to_dense_tensor(out, data, labels)
    figures["recordio write"] = seconds(lambda: write_numpy_to_dense_tensor(io.BytesIO(), data, labels))
    figures["recordio read"] = seconds(lambda: [np.array(record.features["values"].float32_tensor.values, dtype=np.float32)
                                                for record in read_records(io.BytesIO(out.getvalue()))])
    return figures


def java_figures(folder):
    classes = os.path.join(ROOT, "formats", "target", "moka-formats.jar")
    libraries = glob.glob(os.path.join(ROOT, "sdk", "target", "lib", "*.jar"))
    out = subprocess.run([JAVA, "-XX:+UseSerialGC", "-Xmx1g", "-cp", os.pathsep.join([classes, *libraries]),
                          os.path.join(ROOT, "bench", "Formats.java"), folder, str(ROWS), str(COLUMNS), str(ROUNDS)],
                         check=True, capture_output=True, text=True).stdout
    return {name: float(value) for name, value in (line.split("=") for line in out.split("\n") if "=" in line)}


def main():
    folder = tempfile.mkdtemp(prefix="moka-bench-")
    try:
        write_csv(folder)
        python, moka = python_figures(folder), java_figures(folder)
    finally:
        shutil.rmtree(folder)
    csv = CSV_ROWS * CSV_COLUMNS
    rows = []
    for name, peer in python.items():
        goal = 1 if name.startswith("csv") else 5
        count, unit = (csv, "numbers") if name.startswith("csv") else (ROWS * COLUMNS, "numbers")
        ratio = peer / moka[name]
        rows.append([name, f"{count / moka[name] / 1e6:.1f} M {unit}/s", f"{count / peer / 1e6:.2f} M {unit}/s", f"{ratio:.2f}",
                     f"≥ {goal}: {'met' if ratio >= goal else '**missed**'}"])
    table("Data formats, one thread", ["figure", "Moka", "Python (pandas, sagemaker 2)", "Moka / Python", "goal"], rows)


if __name__ == "__main__":
    main()
