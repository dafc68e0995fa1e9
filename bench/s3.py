"""The object store: one large object up and down beside the same file on the same disk, many small ones, and long listings.

The client signs addresses beforehand and speaks HTTP by itself, so that what is timed is the hub and not an SDK.
"""
import hashlib
import hmac
import http.client
import os
import sys
import tempfile
import threading
import time
import urllib.parse
import zlib

from common import rss_mb, table
from hub import Moka

BUCKET = "moka-bench"
LARGE = int(os.environ.get("MOKA_BENCH_LARGE_MB", "1024")) * 1024 * 1024
SMALL = 4096
THREADS = 8
EACH = 250
LISTED = int(os.environ.get("MOKA_BENCH_KEYS", "100000"))
PIECE = 1024 * 1024


class Signer:
    """Signs addresses, as presigned URLs are, so that a request needs no further header."""

    def __init__(self, key, secret, address, region="us-east-1"):
        self.key, self.secret, self.region = key, secret, region
        self.host = urllib.parse.urlparse(address).netloc

    def path(self, method, path, query=None, headers=None):
        heads = {"host": self.host, **(headers or {})}
        names = ";".join(sorted(heads))
        now = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
        scope = f"{now[:8]}/{self.region}/s3/aws4_request"
        asked = {"X-Amz-Algorithm": "AWS4-HMAC-SHA256", "X-Amz-Credential": f"{self.key}/{scope}", "X-Amz-Date": now,
                 "X-Amz-Expires": "3600", "X-Amz-SignedHeaders": names, **(query or {})}
        text = "&".join(f"{urllib.parse.quote(k, safe='')}={urllib.parse.quote(v, safe='-_.~')}" for k, v in sorted(asked.items()))
        signed = "".join(f"{name}:{heads[name]}\n" for name in sorted(heads))
        plain = f"{method}\n{path}\n{text}\n{signed}\n{names}\nUNSIGNED-PAYLOAD"
        signed = f"AWS4-HMAC-SHA256\n{now}\n{scope}\n{hashlib.sha256(plain.encode()).hexdigest()}"
        key = ("AWS4" + self.secret).encode()
        for part in scope.split("/"):
            key = hmac.new(key, part.encode(), hashlib.sha256).digest()
        return f"{path}?{text}&X-Amz-Signature={hmac.new(key, signed.encode(), hashlib.sha256).hexdigest()}"


def ask(connection, method, path, body=None, headers=None):
    connection.request(method, path, body=body, headers=headers or {})
    answer = connection.getresponse()
    content = answer.read()
    if answer.status >= 300:
        raise SystemExit(f"bench: {method} {path.split('?')[0]}: {answer.status} {content[:300]}")
    return content


def locally(file):
    """Copies a file with the digests that S3 keeps, to the disk: what a put can't beat by much."""
    md5, crc = hashlib.md5(), 0
    target = file + ".copy"
    began = time.perf_counter()
    with open(file, "rb") as source, open(target, "wb") as copy:
        while piece := source.read(PIECE):
            md5.update(piece)
            crc = zlib.crc32(piece, crc)
            copy.write(piece)
        copy.flush()
        os.fsync(copy.fileno())
    seconds = time.perf_counter() - began
    os.unlink(target)
    return seconds


def large(signer, pid, rows):
    file = os.path.join(tempfile.mkdtemp(prefix="moka-bench-"), "large")
    with open(file, "wb") as out:
        for _ in range(LARGE // PIECE):
            out.write(os.urandom(PIECE))
    local, put, get = [], [], []
    resident = rss_mb(pid)
    peak = resident
    for _ in range(3):
        local.append(locally(file))
        connection = http.client.HTTPConnection(signer.host, blocksize=256 * 1024)
        with open(file, "rb") as body:
            began = time.perf_counter()
            ask(connection, "PUT", signer.path("PUT", f"/{BUCKET}/large"), body, {"Content-Length": str(LARGE)})
            put.append(time.perf_counter() - began)
        peak = max(peak, rss_mb(pid))
        began = time.perf_counter()
        connection.request("GET", signer.path("GET", f"/{BUCKET}/large"))
        answer, got, buffer = connection.getresponse(), 0, bytearray(PIECE)
        while count := answer.readinto(buffer):
            got += count
        get.append(time.perf_counter() - began)
        if got != LARGE:
            raise SystemExit(f"bench: {got} of {LARGE} bytes came back")
        peak = max(peak, rss_mb(pid))
    os.unlink(file)
    speed = lambda seconds: LARGE / 1e6 / min(seconds)
    rows.append([f"put of {LARGE >> 20} MB", f"{speed(put):.0f} MB/s", f"local copy with MD5, CRC32 and sync {speed(local):.0f} MB/s",
                 f"{speed(put) / speed(local):.2f}×", "≥ 0.7×"])
    rows.append([f"get of {LARGE >> 20} MB", f"{speed(get):.0f} MB/s", "", f"{speed(get) / 600:.2f}× of 600 MB/s", "≥ 1×"])
    rows.append(["memory of the hub, up and down", f"{peak - resident:+.0f} MB resident", "", "", "≤ 64 MB heap"])


def small(signer, rows):
    for method, goal in (("PUT", 500), ("GET", 1500)):
        body = os.urandom(SMALL) if method == "PUT" else None
        work = [[signer.path(method, f"/{BUCKET}/small/{t}-{n}") for n in range(EACH)] for t in range(THREADS)]
        best = max(burst(signer.host, method, work, body) for _ in range(2))
        rows.append([f"{method.lower()} of 4 KB, {THREADS} threads", f"{best:,.0f}/s", "", f"{best / goal:.2f}× of {goal}/s", "≥ 1×"])


def burst(host, method, work, body):
    def run(paths):
        connection = http.client.HTTPConnection(host)
        for path in paths:
            ask(connection, method, path, body)
    threads = [threading.Thread(target=run, args=(paths,)) for paths in work]
    began = time.perf_counter()
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    return THREADS * EACH / (time.perf_counter() - began)


def listing(signer, rows):
    fill(signer)
    connection = http.client.HTTPConnection(signer.host)
    pages, token, count = [], None, 0
    while True:
        query = {"list-type": "2", "prefix": "listed/", **({"continuation-token": token} if token else {})}
        path = signer.path("GET", f"/{BUCKET}", query)
        began = time.perf_counter()
        page = ask(connection, "GET", path).decode()
        pages.append(time.perf_counter() - began)
        count += page.count("<Contents>")
        if "<NextContinuationToken>" not in page:
            break
        token = page.split("<NextContinuationToken>")[1].split("<")[0]
    rate = count / sum(pages)
    fifth = max(1, len(pages) // 5)
    rows.append([f"listing {count:,} keys", f"{rate:,.0f} keys/s", "", f"{rate / 10000:.2f}× of 10,000/s", "≥ 1×"])
    rows.append(["last fifth of its pages beside the first", f"{1000 * sum(pages[-fifth:]) / fifth:.0f} ms a page",
                 f"{1000 * sum(pages[:fifth]) / fifth:.0f} ms a page", f"{sum(pages[:fifth]) / sum(pages[-fifth:]):.2f}×", "≥ 0.8×"])


def fill(signer):
    """Copies of one object, which share its bytes."""
    ask(http.client.HTTPConnection(signer.host), "PUT", signer.path("PUT", f"/{BUCKET}/one"), b"x")

    def run(numbers):
        connection = http.client.HTTPConnection(signer.host)
        for n in numbers:
            path = f"/{BUCKET}/listed/{n % 100:02d}/{n:07d}"
            source = {"x-amz-copy-source": f"{BUCKET}/one"}
            ask(connection, "PUT", signer.path("PUT", path, headers=source), headers=source)
    threads = [threading.Thread(target=run, args=(range(t, LISTED, THREADS),)) for t in range(THREADS)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]


def main():
    moka = None if "MOKA_BENCH_KEY" in os.environ else Moka()
    if moka:
        key = moka.call("POST", "/access-keys", {"label": "bench"})
        address = f"http://127.0.0.1:{int(moka.base.rsplit(':', 1)[1]) + 1}"
        signer, pid = Signer(key["id"], key["secret"], address), moka.process.pid
    else:
        signer = Signer(*os.environ["MOKA_BENCH_KEY"].split(":"), os.environ["MOKA_BENCH_AWS"])
        pid = int(os.environ["MOKA_BENCH_PID"])
    try:
        ask(http.client.HTTPConnection(signer.host), "PUT", signer.path("PUT", f"/{BUCKET}"))
        rows = []
        large(signer, pid, rows)
        small(signer, rows)
        listing(signer, rows)
        table("Object store", ["what", "Moka", "beside", "ratio", "goal"], rows)
    finally:
        if moka:
            moka.process.terminate()


if __name__ == "__main__":
    sys.exit(main())
