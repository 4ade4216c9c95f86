# SPDX-License-Identifier: MIT
"""A headless Chromium that is led by its WebDriver (https://www.w3.org/TR/webdriver2/): hand movements and keys, as a user's."""
import base64
import json
import shutil
import subprocess
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Space": " ", "Control": "\ue009", "Left": "\ue012"}
PATIENCE = 15  # seconds until something that should come counts as missing


class CannotStart(Exception):
    """There is no browser here, or it does not start: nothing can be said about the page."""


class Browser:
    def __init__(self, folder):
        driver, chromium = shutil.which("chromedriver"), shutil.which("chromium")
        if not driver or not chromium:
            raise CannotStart("chromium and chromium-driver are not installed")
        self.driver = subprocess.Popen([driver, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.session = ""
        try:
            self.base = f"http://127.0.0.1:{self._port()}"
            self._open(chromium, folder)
        except BaseException:
            self.close()
            raise

    def _port(self):
        for line in self.driver.stdout:
            if "started successfully on port" in line:
                return int(line.rstrip(". \n").rsplit(" ", 1)[1])
        raise CannotStart("chromedriver ended at once")

    def _open(self, chromium, folder):
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
                     "--disable-component-update", "--disable-sync", "--window-size=1280,900", f"--user-data-dir={folder}/profile", "--lang=de"]
        options = {"binary": chromium, "args": arguments, "prefs": {"download.default_directory": f"{folder}/downloads", "intl.accept_languages": "de"}}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        try:
            answer = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        except (RuntimeError, OSError) as error:
            raise CannotStart(f"Chromium does not start: {str(error)[:300]}") from error
        self.session = "/session/" + answer["sessionId"]

    def ask(self, method, path, body=None):
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(self.base + path, data=data, method=method, headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=40) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"]) from error

    def go(self, address):
        """A page that is just arriving can take the place of the one that is asked for: then it is asked for again."""
        before = self.ask("GET", self.session + "/url")
        for _ in range(3):
            self.ask("POST", self.session + "/url", {"url": address})
            if address == before or self.ask("GET", self.session + "/url") != before:
                return

    def run(self, script, *arguments):
        return self.ask("POST", self.session + "/execute/sync", {"script": script, "args": list(arguments)})

    def wait(self, css):
        """The first element that fits, as soon as it is there and the page is loaded."""
        return self.until(f"'{css}'", lambda: self.run(
            "return document.readyState === 'complete' && document.documentElement.classList.contains('scripted') ? document.querySelector(arguments[0]) : null", css))

    def until(self, what, there):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if found := there():
                    return found
            except RuntimeError:  # the page is just changing
                pass
            time.sleep(0.02)
        page = self.run("return location.href + '\\n' + document.body.innerText.slice(0, 1500)")
        raise AssertionError(f"{what} did not come; the page is {page}")

    def _act(self, kind, actions, **more):
        self.ask("POST", self.session + "/actions", {"actions": [{"type": kind, "id": kind, "actions": actions, **more}]})

    def click(self, css):
        """The pointer goes there and presses: what lies above the element would get the click."""
        self.until(f"a way to '{css}'", lambda: self._point_at(self.wait(css)))
        self._point([{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}])

    def _point_at(self, element):
        """Fails if the script has put another in its place meanwhile."""
        self.run("arguments[0].scrollIntoView({block: 'center'})", element)
        self._point([{"type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": element}])
        return True

    def _point(self, actions):
        self._act("pointer", actions, parameters={"pointerType": "mouse"})

    def press(self, *keys):
        for key in keys:
            value = KEYS.get(key, key)
            self._act("key", [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}])

    def type(self, text):
        self._act("key", [{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")])

    def select_all(self):
        self._act("key", [{"type": "keyDown", "value": KEYS["Control"]}, {"type": "keyDown", "value": "a"}, {"type": "keyUp", "value": "a"},
                          {"type": "keyUp", "value": KEYS["Control"]}])

    def tab_to(self, css, most=150):
        """With the Tab key only, from wherever the focus is."""
        self.wait(css)
        for _ in range(most):
            if self.run("return document.activeElement.matches(arguments[0])", css):
                return
            self.press("Tab")
        raise AssertionError(f"{most} times Tab do not lead to '{css}'")

    def choose_file(self, css, path):
        """What the browser's own dialogue for files would answer."""
        self.ask("POST", f"{self.session}/element/{self.wait(css)[ELEMENT]}/value", {"text": path})

    def command(self, name, **values):
        """A command of the browser's own protocol (https://chromedevtools.github.io/devtools-protocol)."""
        return self.ask("POST", self.session + "/goog/cdp/execute", {"cmd": name, "params": values})

    def look(self, width, theme):
        """As on a screen of that width, "light" or "dark"."""
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.command("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": theme}])

    def picture(self, path):
        """The whole page as a PNG."""
        height = min(self.run("return document.documentElement.scrollHeight"), 6000)
        clip = {"x": 0, "y": 0, "width": self.run("return innerWidth"), "height": height, "scale": 1}
        path.write_bytes(base64.b64decode(self.command("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)["data"]))

    def complaints(self):
        """What the console of the browser has against the pages."""
        return [entry["message"] for entry in self.ask("POST", self.session + "/se/log", {"type": "browser"}) if entry["level"] == "SEVERE"]

    def close(self):
        try:
            if self.session:
                self.ask("DELETE", self.session)
        except (RuntimeError, OSError):
            pass
        self.driver.terminate()
        try:
            self.driver.wait(10)
        except subprocess.TimeoutExpired:
            self.driver.kill()
            self.driver.wait()
