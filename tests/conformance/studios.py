# SPDX-License-Identifier: GPL-3.0-or-later
"""New studios to tell stories to: a server of its own for each, on SQLite or on a PostgreSQL of this run's own."""
import contextlib
import http.client
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

START = pathlib.Path(__file__).resolve().parent / "start"
POSTGRES = pathlib.Path("/usr/lib/postgresql/15/bin")


class Postgres:
    """A cluster in a temporary folder, reached by a socket in it; a context that ends and removes it."""

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="callboard-postgres-")
        self.count, self.lock = 0, threading.Lock()
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")  # the server refuses to run as root
        cluster = self.folder + "/cluster"
        self._run("initdb", "-D", cluster, "-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8")
        settings = f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' -c fsync=off -c max_connections=60"
        self._run("pg_ctl", "-D", cluster, "-w", "-l", self.folder + "/log", "-o", settings, "start")
        return self

    def __exit__(self, *_):
        self._run("pg_ctl", "-D", self.folder + "/cluster", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def new_database(self):
        """The address of an empty database."""
        with self.lock:  # two copies of the template at once are refused
            self.count += 1
            name = f"studio{self.count}"
            self._run("createdb", "-h", self.folder, "-U", "postgres", name)
        return f"host={self.folder} user=postgres dbname={name}"

    @staticmethod
    def _run(program, *arguments):
        command = [str(POSTGRES / program), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        # The server that pg_ctl leaves running must not hold this process' pipes.
        done = subprocess.run(command, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if done.returncode:
            raise RuntimeError(f"This failed: {' '.join(command)}")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_it_answers(process, port, log):
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"The server ended at once: {pathlib.Path(log).read_text()[-500:]}")
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", "/")
            connection.getresponse().read()
            return
        except OSError:
            time.sleep(0.02)
        finally:
            connection.close()
    raise RuntimeError("The server does not answer.")


def end(process):
    """True when it ended by itself when told to."""
    if process.poll() is not None:
        return False
    os.killpg(process.pid, signal.SIGTERM)
    try:
        return process.wait(20) == 0
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return False


@contextlib.contextmanager
def new_studio(postgres, keep):
    """The port of a server on an empty folder, with one administrator. Ends badly when the server does."""
    folder = tempfile.mkdtemp(prefix="callboard-conformance-")
    data, log, port = folder + "/data", folder + "/log", free_port()
    os.mkdir(data)
    environment = dict(os.environ)
    if postgres:
        environment["CALLBOARD_DATABASE"] = postgres.new_database()
    try:
        with open(log, "wb") as out:
            process = subprocess.Popen([str(START), data, str(port)], stdin=subprocess.DEVNULL, stdout=out, stderr=out,
                env=environment, start_new_session=True)
        try:
            wait_until_it_answers(process, port, log)
            yield port
        finally:
            ended_well = end(process)
        if not ended_well:
            raise RuntimeError(f"The server did not end well: {pathlib.Path(log).read_text()[-500:]}")
    finally:
        if keep:
            print(f"kept: {folder}", flush=True)
        else:
            shutil.rmtree(folder, ignore_errors=True)
