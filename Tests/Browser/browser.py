"""A headless Chromium, spoken to in the DevTools protocol over a pipe; the standard library alone.

    with Browser() as browser:
        page = browser.page()
        page.open("file:///…", width=320, dark=True)
        page.run("document.title")
"""

import base64
import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile
import time


class Browser:
    def __init__(self):
        self.profile = tempfile.mkdtemp(prefix="marsad-browser-")
        to_browser, self.writing = os.pipe()
        self.reading, from_browser = os.pipe()

        # The protocol wants file 3 for what the browser reads and 4 for what it writes.
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (to_browser, from_browser)]
        self.process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{ends[0]} 4>&{ends[1]}', "browser",
             shutil.which("chromium") or "chromium", "--headless", "--no-sandbox",
             "--disable-gpu", "--remote-debugging-pipe", "--hide-scrollbars", "--no-first-run",
             "--disable-background-networking", "--disable-component-update",
             "--user-data-dir=" + self.profile, "about:blank"],
            pass_fds=ends, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        for end in ends:
            os.close(end)
        os.close(to_browser)
        os.close(from_browser)
        self.number = 0
        self.buffer = b""
        self.events = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.call("Browser.close")
        except (RuntimeError, OSError):
            self.process.terminate()
        self.process.wait(timeout=20)
        shutil.rmtree(self.profile, ignore_errors=True)

    def call(self, method, session=None, **parameters):
        self.number += 1
        number = self.number
        message = {"id": number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.writing, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def receive(self, patience=30.0):
        """The next message of the browser."""
        until = time.monotonic() + patience
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.reading], [], [], max(0, until - time.monotonic()))
            if not ready:
                raise RuntimeError("the browser does not answer")
            data = os.read(self.reading, 1 << 20)
            if not data:
                raise RuntimeError("the browser has ended")
            self.buffer += data
        message, self.buffer = self.buffer.split(b"\0", 1)
        message = json.loads(message)
        if message.get("method") == "Page.javascriptDialogOpening":
            # A dialog stops the page: it is put away without waiting for the answer.
            self.number += 1
            os.write(self.writing, json.dumps({
                "id": self.number, "method": "Page.handleJavaScriptDialog",
                "params": {"accept": True}, "sessionId": message["sessionId"]}).encode() + b"\0")
        return message

    def page(self):
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return Page(self, session)


class Page:
    def __init__(self, browser, session):
        self.browser = browser
        self.session = session
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def open(self, address, width=768, dark=False, media="screen"):
        """Loads an address and waits until it is there. Returns what the page said or did that a
        digest must not: console messages, errors, requests for anything but itself, dialogs."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900,
                  deviceScaleFactor=1, mobile=width < 500)
        self.call("Emulation.setEmulatedMedia", media=media, features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.browser.events.clear()
        self.call("Page.navigate", url=address)
        while not any(event.get("method") == "Page.loadEventFired"
                      for event in self.browser.events):
            self.browser.events.append(self.browser.receive())
        # What runs late would answer before this does.
        self.run("new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))")
        return self.misdeeds(address)

    def misdeeds(self, address):
        found = []
        for event in self.browser.events:
            method, values = event.get("method"), event.get("params", {})
            if method == "Runtime.consoleAPICalled":
                found.append("console: " + json.dumps(values["args"])[:200])
            elif method == "Runtime.exceptionThrown":
                found.append("exception: " + values["exceptionDetails"]["text"])
            elif method == "Log.entryAdded":
                found.append("log: " + values["entry"]["text"])
            elif method == "Page.javascriptDialogOpening":
                found.append("dialog: " + values["message"])
            elif method == "Network.requestWillBeSent" and values["request"]["url"] != address:
                found.append("request: " + values["request"]["url"][:200])
        return found

    def run(self, script):
        result = self.call("Runtime.evaluate", expression=script, awaitPromise=True,
                           returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"]["exception"].get("description", script))
        return result["result"].get("value")

    def picture(self):
        """The whole page as PNG."""
        return base64.b64decode(self.call(
            "Page.captureScreenshot", captureBeyondViewport=True)["data"])

    def pdf(self):
        """As it is printed on A4: by its print style, whatever it was last shown by."""
        self.call("Emulation.setEmulatedMedia", media="", features=[])
        self.call("Emulation.clearDeviceMetricsOverride")
        return base64.b64decode(self.call(
            "Page.printToPDF", paperWidth=8.27, paperHeight=11.69, printBackground=False)["data"])
