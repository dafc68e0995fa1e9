"""A person's start: hub process to sign-in page, click on Start to kernel ready, memory; beside JupyterHub, in one run."""
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import uuid

import requests

from channels import Channels
from common import HUB_AOT, HUB_JAR, JAVA, ROOT, log_file, median, rss_mb, table, wait_for

ROUNDS = 5
USERS = 10
PASSWORD = "correct horse battery staple"


class Moka:
    """A hub on a new home, signed in as its admin by the one-time link it prints."""

    def __init__(self):
        self.home = tempfile.mkdtemp(prefix="moka-bench-")
        self.printed = os.path.join(self.home, "printed")
        self.seconds_to_page = self.start()
        self.admin = self.sign_in(self.link())

    def start(self):
        flags = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms32m", "-Xmx512m", "-Xss512k", "--enable-native-access=ALL-UNNAMED",
                 "--sun-misc-unsafe-memory-access=allow", f"-XX:AOTCache={HUB_AOT}", "-Xlog:aot=off", "-Xlog:cds=off"]
        port = 20000 + uuid.uuid4().int % 20000
        self.base = f"http://127.0.0.1:{port}"
        began = time.perf_counter()
        self.process = subprocess.Popen(
            [JAVA, *flags, f"-Dmoka.root={ROOT}", "-jar", HUB_JAR, "--home", os.path.join(self.home, "home"), "--port", str(port)],
            stdout=open(self.printed, "wb"), stderr=log_file("moka-hub"))
        wait_for("the hub", lambda: requests.get(self.base + "/sign-in", timeout=2).status_code == 200)
        return time.perf_counter() - began

    def aws_address(self):
        return next(iter(re.findall(r"AWS clients connect to (http://\S+)", open(self.printed).read())), None)

    def link(self):
        return wait_for("the sign-in link", lambda: next(iter(re.findall(r"http://\S+/welcome\?token=\S+", open(self.printed).read())), None))

    def sign_in(self, link):
        person = requests.Session()
        person.get(link, timeout=30).raise_for_status()
        self.call("POST", "/welcome", {"token": link.split("token=")[1], "password": PASSWORD}, person)
        return person

    def call(self, method, path, body=None, person=None):
        person = person or self.admin
        answer = person.request(method, self.base + "/api/v1" + path, json=body, timeout=60,
                                headers={"X-XSRFToken": person.cookies.get("_xsrf", ""), "Origin": self.base})
        if not answer.ok:
            raise SystemExit(f"bench: {method} {path}: {answer.status_code} {answer.text}")
        return answer.json() if answer.content else None

    def wait_until(self, status):
        wait_for(status, lambda: self.call("GET", "/instances/admin/bench")["status"] == status)

    def halt(self):
        self.call("POST", "/instances/admin/bench/stop")
        self.wait_until("Stopped")

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)
        subprocess.run(["pkill", "-f", self.home], check=False)


def moka_figures():
    starts = []
    for _ in range(ROUNDS):
        hub = Moka()
        starts.append(hub.seconds_to_page)
        if len(starts) < ROUNDS:
            hub.stop()
    try:
        hub.call("POST", "/instances", {"name": "bench", "instanceType": "ml.t3.medium"})
        hub.wait_until("InService")
        hub.halt()
        clicks = [start_to_kernel(hub) for _ in range(ROUNDS)]
        for number in range(USERS):
            made = hub.call("POST", "/users", {"name": f"user{number}"})
            hub.call("GET", "/instances", person=hub.sign_in(hub.base + made["path"]))
        return {"hub process start → HTTP 200, s": median(starts), "click on Start → kernel ready, s": median(clicks),
                f"RSS of the hub with {USERS} signed-in users, MB": rss_mb(hub.process.pid)}
    finally:
        hub.stop()


def start_to_kernel(hub):
    began = time.perf_counter()
    hub.call("POST", "/instances/admin/bench/start")
    hub.wait_until("InService")
    lab = hub.base + "/notebook/admin/bench"
    headers = {"X-XSRFToken": hub.admin.cookies["_xsrf"], "Origin": hub.base}
    made = hub.admin.post(lab + "/api/kernels", json={"name": "java"}, headers=headers, timeout=60)
    made.raise_for_status()
    cookies = "; ".join(f"{c.name}={c.value}" for c in hub.admin.cookies)
    channels = Channels(lab, made.json()["id"], {"Cookie": cookies})
    channels.ask("kernel_info_request", {}, idle=False)
    took = time.perf_counter() - began
    channels.close()
    hub.halt()
    return took


def jupyterhub_figures():
    folder, token = tempfile.mkdtemp(prefix="moka-bench-"), uuid.uuid4().hex
    port = 20000 + os.getpid() % 10000
    config = os.path.join(folder, "jupyterhub_config.py")
    with open(config, "w") as out:
        out.write(f"""
c.JupyterHub.bind_url = 'http://127.0.0.1:{port}'
c.JupyterHub.hub_port = {port + 1}
c.ConfigurableHTTPProxy.api_url = 'http://127.0.0.1:{port + 2}'
c.ConfigurableHTTPProxy.command = ['{os.environ["MOKA_PROXY"]}']
c.JupyterHub.authenticator_class = 'dummy'
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = 'simple'
c.Spawner.cmd = ['{os.path.dirname(sys.executable)}/jupyterhub-singleuser']
c.Spawner.args = ['--allow-root']
c.Spawner.notebook_dir = '{folder}'
c.JupyterHub.services = [dict(name='bench', api_token='{token}')]
c.JupyterHub.load_roles = [dict(name='bench', services=['bench'], scopes=['admin:users', 'admin:servers', 'access:servers'])]
""")
    log = log_file("jupyterhub")
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "jupyterhub", "-f", config], cwd=folder, stdout=log, stderr=log)
    head, base = {"Authorization": f"token {token}"}, f"http://127.0.0.1:{port}"
    try:
        wait_for("JupyterHub", lambda: requests.get(base + "/hub/login", timeout=2).status_code == 200)
        page = time.perf_counter() - began
        requests.post(base + "/hub/api/users/ann", headers=head, timeout=30).raise_for_status()
        clicks = [jupyterhub_start(base, head) for _ in range(ROUNDS)]
        return {"hub process start → HTTP 200, s": page, "click on Start → kernel ready, s": median(clicks),
                f"RSS of the hub with {USERS} signed-in users, MB": rss_mb(process.pid)}
    finally:
        process.terminate()
        process.wait(timeout=60)


def jupyterhub_start(base, head):
    began = time.perf_counter()
    requests.post(base + "/hub/api/users/ann/server", headers=head, timeout=60).raise_for_status()
    wait_for("the server", lambda: requests.get(base + "/hub/api/users/ann", headers=head, timeout=5).json()["servers"][""]["ready"])
    server = base + "/user/ann"
    made = requests.post(server + "/api/kernels", json={"name": "python3"}, headers=head, timeout=60)
    made.raise_for_status()
    channels = Channels(server, made.json()["id"], head)
    channels.ask("kernel_info_request", {}, idle=False)
    took = time.perf_counter() - began
    channels.close()
    requests.delete(base + "/hub/api/users/ann/server", headers=head, timeout=60)
    wait_for("the server's end", lambda: not requests.get(base + "/hub/api/users/ann", headers=head, timeout=5).json()["servers"])
    return took


def main():
    ours, theirs = moka_figures(), jupyterhub_figures()
    table("A person's start", ["figure", "Moka", "JupyterHub 6.1.1", "ratio"],
          [[figure, f"{ours[figure]:.2f}", f"{theirs[figure]:.2f}", f"{ours[figure] / theirs[figure]:.2f}"] for figure in ours])
    print(json.dumps({"moka": ours, "jupyterhub": theirs}), file=sys.stderr)


if __name__ == "__main__":
    main()
