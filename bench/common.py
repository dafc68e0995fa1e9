"""What the benchmarks share: where Moka's programs are, how a figure is taken, how a table of ratios is printed."""
import os
import statistics
import subprocess
import tempfile
import time

ROOT = os.environ.get("MOKA_ROOT") or os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
JAVA = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if os.environ.get("JAVA_HOME") else "java"
KERNEL_JAR = os.path.join(ROOT, "kernel", "target", "moka-kernel.jar")
KERNEL_AOT = os.path.join(ROOT, "kernel", "target", "moka-kernel.aot")
HUB_JAR = os.path.join(ROOT, "hub", "target", "moka-hub.jar")
HUB_AOT = os.path.join(ROOT, "hub", "target", "moka-hub.aot")


def moka_kernel():
    """The kernel's command line as the hub starts it, for a connection file."""
    return [JAVA, "-XX:+UseSerialGC", "-XX:InitialHeapSize=32m", "-XX:Tier4InvocationThreshold=30000",
            "-XX:Tier4MinInvocationThreshold=8000", "-XX:Tier4CompileThreshold=60000", "-XX:Tier4BackEdgeThreshold=200000",
            "-XX:-UsePerfData", "-Xmx512m", f"-XX:AOTCache={KERNEL_AOT}", "-Xlog:aot=off", "-Xlog:cds=off",
            "-jar", KERNEL_JAR, "{connection_file}"]


def median(values):
    return statistics.median(values)


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def wait_for(what, ready, seconds=60):
    """Asks `ready` again and again until it gives something true; says what never came."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            answer = ready()
        except Exception:
            answer = None
        if answer:
            return answer
        time.sleep(0.005)
    raise SystemExit(f"bench: {what} did not come within {seconds} s")


def rss_mb(pid):
    import psutil
    process = psutil.Process(pid)
    return sum(p.memory_info().rss for p in [process, *process.children(recursive=True)]) / 1e6


def log_file(name):
    return open(os.path.join(tempfile.gettempdir(), f"moka-bench-{name}.log"), "ab")


def machine():
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} cores, load {load:.1f} at the start, {time.strftime('%Y-%m-%d')}"


def table(title, columns, rows):
    """Prints a Markdown table; `rows` are lists of text."""
    print(f"\n### {title}\n\n{machine()}\n")
    print("| " + " | ".join(columns) + " |")
    print("|" + "|".join([" --- "] * len(columns)) + "|")
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |", flush=True)


def maven_class_path(coordinate):
    """The class path of a published Java program, by the hub's own resolver."""
    out = subprocess.run([JAVA, "-cp", KERNEL_JAR, "dev.moka.packages.command.ResolvePackages", "--class-path", coordinate],
                         check=True, capture_output=True, text=True)
    return out.stdout.strip().splitlines()[-1]
