"""`DescribeNotebookInstance`, requests per second on eight connections, beside the moto server, in one run."""
import concurrent.futures
import json
import os
import subprocess
import sys
import time
import uuid

import requests
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from common import log_file, table, wait_for
from hub import Moka

THREADS, SECONDS = 8, 5


def signed(base, credentials, target, body):
    request = AWSRequest("POST", base + "/", data=json.dumps(body),
                         headers={"Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "SageMaker." + target})
    SigV4Auth(credentials, "sagemaker", "us-east-1").add_auth(request)
    return dict(request.headers), request.data


def call(base, credentials, target, body):
    headers, data = signed(base, credentials, target, body)
    answer = requests.post(base + "/", headers=headers, data=data, timeout=30)
    if not answer.ok:
        raise SystemExit(f"bench: {target}: {answer.status_code} {answer.text}")
    return answer


def describe_for_a_while(base, credentials, until):
    """One request signed once and sent again and again: the client's own signing is not what is measured."""
    headers, data = signed(base, credentials, "DescribeNotebookInstance", {"NotebookInstanceName": "bench"})
    session, count = requests.Session(), 0
    while time.perf_counter() < until:
        answer = session.post(base + "/", headers=headers, data=data, timeout=30)
        assert answer.status_code == 200, answer.text
        count += 1
    return count


def rate(base, credentials):
    with concurrent.futures.ProcessPoolExecutor(THREADS) as pool:
        list(pool.map(describe_for_a_while, [base] * THREADS, [credentials] * THREADS, [time.perf_counter() + 1] * THREADS))
        until = time.perf_counter() + SECONDS
        return sum(pool.map(describe_for_a_while, [base] * THREADS, [credentials] * THREADS, [until] * THREADS)) / SECONDS


def moka_rate():
    hub = Moka()
    try:
        base = wait_for("the AWS address", lambda: hub.aws_address())
        key = hub.call("POST", "/access-keys", {"label": "bench"})
        account = hub.call("GET", "/me/account")["id"]
        credentials = Credentials(key["id"], key["secret"])
        call(base, credentials, "CreateNotebookInstance", instance(account))
        return rate(base, credentials)
    finally:
        hub.stop()


def moto_rate():
    port = 20000 + uuid.uuid4().int % 20000
    log = log_file("moto")
    process = subprocess.Popen([sys.executable, "-m", "moto.server", "-p", str(port)], stdout=log, stderr=log)
    try:
        base = f"http://127.0.0.1:{port}"
        wait_for("moto", lambda: requests.get(base + "/moto-api/", timeout=2).ok)
        credentials = Credentials("AKIAAAAAAAAAAAAAAAAA", "secret")
        call(base, credentials, "CreateNotebookInstance", instance("123456789012"))
        return rate(base, credentials)
    finally:
        process.terminate()
        process.wait(timeout=30)


def instance(account):
    return {"NotebookInstanceName": "bench", "InstanceType": "ml.t3.medium", "RoleArn": f"arn:aws:iam::{account}:role/bench"}


def main():
    ours, theirs = moka_rate(), moto_rate()
    table("SageMaker API", ["figure", "Moka", "moto 5.2.1", "ratio"],
          [["DescribeNotebookInstance, requests/s on 8 connections", f"{ours:.0f}", f"{theirs:.0f}", f"{ours / theirs:.1f}"]])


if __name__ == "__main__":
    main()
