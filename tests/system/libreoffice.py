"""Asks LibreOffice to accept or reject all tracked changes; prints the paragraphs that are left.

Run by the system's own Python, which has LibreOffice's bridge: libreoffice.py FILE accept|reject
"""

import contextlib
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.uno import RuntimeException

DISPATCH = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def connected(pipe: str) -> object:
    """Return the running office once it answers."""
    local = uno.getComponentContext()
    name = "com.sun.star.bridge.UnoUrlResolver"
    resolver = local.ServiceManager.createInstanceWithContext(name, local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except (NoConnectException, RuntimeException):  # it is still starting
            time.sleep(0.5)
    raise TimeoutError("LibreOffice does not answer")


def main() -> None:
    file, deed = sys.argv[1:]
    # The office goes on writing to its profile while it ends.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        pipe = f"facing{Path(profile).name.replace('_', '')}"
        office = subprocess.Popen(
            [
                "soffice",
                "--headless",
                "--norestore",
                f"--accept=pipe,name={pipe};urp;",
                f"-env:UserInstallation={Path(profile).as_uri()}",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            context = connected(pipe)
            manager = context.ServiceManager
            desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            hidden = PropertyValue()
            hidden.Name, hidden.Value = "Hidden", True
            url = Path(file).absolute().as_uri()
            document = desktop.loadComponentFromURL(url, "_blank", 0, (hidden,))
            name = "com.sun.star.frame.DispatchHelper"
            helper = manager.createInstanceWithContext(name, context)
            frame = document.getCurrentController().getFrame()
            helper.executeDispatch(frame, DISPATCH[deed], "", 0, ())
            paragraphs = document.Text.createEnumeration()
            while paragraphs.hasMoreElements():
                paragraph = paragraphs.nextElement()
                if paragraph.supportsService("com.sun.star.text.Paragraph"):
                    print(paragraph.getString())
            document.close(True)
            with contextlib.suppress(RuntimeException):
                desktop.terminate()
            office.wait(timeout=30)
        finally:
            office.kill()
            office.wait()


if __name__ == "__main__":
    main()
