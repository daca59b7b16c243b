"""What whoever runs a server sees of it: figures for Prometheus, a store that falls behind, and
what systemd is told. DEALTAFEL names the program."""

import json
import os
import pathlib
import re
import signal
import socket
import sqlite3
import subprocess
import tempfile
import time
import unittest
import urllib.request

ROOT = pathlib.Path(__file__).parents[2]
UNIT = ROOT / "server" / "systemd" / "dealtafel.service"
PATIENCE = 20  # seconds until something that must come counts as not coming


def eventually(look):
    """What `look` finds, as soon as it finds something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.02)
    raise AssertionError(f"nothing came within {PATIENCE} s")


class Server:
    """A server on a free port, with what it prints."""

    def __init__(self, test, environment=None):
        folder = tempfile.TemporaryDirectory()
        test.addCleanup(folder.cleanup)
        self.data = pathlib.Path(folder.name) / "data"
        self.log = pathlib.Path(folder.name) / "log"
        with self.log.open("w", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [os.environ["DEALTAFEL"], "serve", "--port", "0", "--data", str(self.data)],
                stdout=log, stderr=log, env={**os.environ, **(environment or {})})
        test.addCleanup(self.process.wait)
        test.addCleanup(self.process.kill)
        self.url = eventually(
            lambda: re.search(r"listens at (\S+)", self.told())).group(1)

    def told(self):
        return self.log.read_text(encoding="utf-8")

    def get(self, address):
        with urllib.request.urlopen(self.url + address, timeout=PATIENCE) as response:
            return response.read().decode()

    def post(self, address, body):
        request = urllib.request.Request(self.url + address, json.dumps(body).encode(),
                                         {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=PATIENCE) as response:
            return json.load(response)

    def figures(self):
        """The samples of /metrics by name with labels; what is not in the format fails."""
        samples = {}
        for line in self.get("/metrics").splitlines():
            if line.startswith("#"):
                assert re.fullmatch(r"# (HELP|TYPE) dealtafel_[a-z_]+ \S.*", line), line
                continue
            found = re.fullmatch(r'(dealtafel_[a-z_]+(?:\{[a-z]+="[^"]*"\})?) (\S+)', line)
            assert found, line
            samples[found.group(1)] = float(found.group(2))
        return samples


class MetricsTest(unittest.TestCase):
    def test_figures_tell_what_was_done(self):
        server = Server(self)
        before = server.figures()
        self.assertEqual(before["dealtafel_sessions"], 0)
        made = server.post("/api/sessions", {"scenario": "kennismaking", "games": 3})
        for party in ("rijk", "municipality"):
            server.post(f"/api/sessions/{made['code']}/seats",
                        {"game": 1, "party": party, "name": "Iemand"})
        # Who takes a seat is told once that is stored; the game's own line of it comes after.
        figures = eventually(lambda: (now := server.figures())
                             and now["dealtafel_appends_under_way"] == 0 and now)
        self.assertEqual(figures["dealtafel_sessions"], 1)
        self.assertEqual(figures['dealtafel_games{stage="lobby"}'], 3)
        self.assertEqual(figures["dealtafel_members"], 2)
        self.assertEqual(figures["dealtafel_store_writes"], 1)
        # The session and three games; two seats in the session's stream, and in that of game 1.
        self.assertEqual(figures['dealtafel_appends_total{result="done"}'], 8)
        self.assertEqual(figures["dealtafel_append_duration_seconds_count"], 8)

    def test_figures_name_nobody(self):
        server = Server(self)
        made = server.post("/api/sessions", {"scenario": "kennismaking"})
        taken = server.post(f"/api/sessions/{made['code']}/seats",
                            {"party": "rijk", "name": "Wilhelmina"})
        text = server.get("/metrics")
        for secret in (made["code"], made["facilitator_token"], taken["token"], "Wilhelmina"):
            self.assertNotIn(secret, text)


class StoreBehindTest(unittest.TestCase):
    def test_a_store_that_falls_behind_is_told_of(self):
        server = Server(self)
        made = server.post("/api/sessions", {"scenario": "kennismaking"})
        self.assertEqual(json.loads(server.get("/health"))["status"], "ok")
        # Somebody else writes to the data file, and the server has to wait.
        other = sqlite3.connect(server.data / "dealtafel.sqlite", isolation_level=None)
        self.addCleanup(other.close)
        other.execute("BEGIN IMMEDIATE")
        seat = subprocess.Popen(
            ["curl", "-s", "-H", "Content-Type: application/json", "-d",
             '{"party":"rijk","name":"Iemand"}', f"{server.url}/api/sessions/{made['code']}/seats"],
            stdout=subprocess.PIPE)
        self.addCleanup(seat.communicate)
        eventually(lambda: json.loads(server.get("/health"))["status"] == "slow-writes")
        self.assertGreaterEqual(server.figures()["dealtafel_store_behind_seconds"], 1)
        eventually(lambda: "warning the store falls behind: 1 appends" in server.told())
        other.execute("ROLLBACK")
        eventually(lambda: "warning the store has caught up" in server.told())
        self.assertEqual(json.loads(server.get("/health"))["status"], "ok")
        self.assertEqual(server.told().count("falls behind"), 1)


class SystemdTest(unittest.TestCase):
    def listen(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.addCleanup(manager.close)
        manager.settimeout(PATIENCE)
        manager.bind(folder.name + "/notify")
        return manager

    def test_it_is_told_of_start_life_and_end(self):
        manager = self.listen()
        server = Server(self, {"NOTIFY_SOCKET": manager.getsockname(), "WATCHDOG_USEC": "300000"})
        told = [manager.recv(1000).decode() for _ in range(4)]
        self.assertEqual(told, ["READY=1", "WATCHDOG=1", "WATCHDOG=1", "WATCHDOG=1"])
        server.process.send_signal(signal.SIGTERM)
        while (last := manager.recv(1000).decode()) != "STOPPING=1":
            self.assertEqual(last, "WATCHDOG=1")
        self.assertEqual(server.process.wait(PATIENCE), 0)

    def test_without_a_watchdog_it_says_no_more_than_that_it_is_ready(self):
        manager = self.listen()
        server = Server(self, {"NOTIFY_SOCKET": manager.getsockname()})
        self.assertEqual(manager.recv(1000), b"READY=1")
        server.process.send_signal(signal.SIGTERM)
        self.assertEqual(manager.recv(1000), b"STOPPING=1")

    def test_the_unit_is_in_order_and_starts_the_program_as_it_is(self):
        text = UNIT.read_text(encoding="utf-8")
        start = re.search(r"^ExecStart=(\S+) (.+)$", text, re.MULTILINE)
        options = re.findall(r"--[a-z-]+", start.group(2))
        help_text = subprocess.run([os.environ["DEALTAFEL"], "serve", "--help"],
                                   capture_output=True, text=True, timeout=60).stdout
        for option in options:
            self.assertIn(option, help_text)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        # The program where this build has it, as systemd looks whether it is there.
        tried = pathlib.Path(folder.name) / UNIT.name
        tried.write_text(text.replace(start.group(1), os.environ["DEALTAFEL"]), encoding="utf-8")
        done = subprocess.run(["systemd-analyze", "verify", str(tried)], capture_output=True,
                              text=True, timeout=60)
        self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""))

    def test_what_is_installed_has_all_that_the_unit_names(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        root = pathlib.Path(folder.name)
        subprocess.run(["cmake", "--install", os.environ["BUILD"], "--prefix", str(root)],
                       check=True, capture_output=True, timeout=120)
        for name in re.findall(r"/usr/local/(\S+)", UNIT.read_text(encoding="utf-8")):
            self.assertTrue((root / name).exists(), name)
        self.assertTrue((root / "lib/systemd/system/dealtafel.service").exists())
        done = subprocess.run([root / "bin/dealtafel", "validate",
                               root / "share/dealtafel/scenarios/kennismaking.toml"],
                              capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 0)


if __name__ == "__main__":
    unittest.main()
