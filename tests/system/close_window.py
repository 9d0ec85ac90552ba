"""Closes a window as its close button does: asks its program to, by its number on the X server.

`xdotool` of Debian 12 can only end the whole program. Argument: the number of the window; DISPLAY
names the server.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_long, c_ulong, c_void_p

CLIENT_MESSAGE = 33


class ClientMessage(Structure):
    """Xlib's XClientMessageEvent, as long as the union of all events."""

    _fields_ = (
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("window", c_ulong),
        ("message_type", c_ulong),
        ("format", c_int),
        ("data", c_long * 5),
        ("rest", c_long * 24),
    )


def main() -> int:
    window = int(sys.argv[1])
    xlib = ctypes.CDLL("libX11.so.6")
    xlib.XOpenDisplay.restype = c_void_p
    xlib.XInternAtom.restype = c_ulong
    xlib.XInternAtom.argtypes = (c_void_p, c_char_p, c_int)
    xlib.XSendEvent.argtypes = (c_void_p, c_ulong, c_int, c_long, POINTER(ClientMessage))
    xlib.XCloseDisplay.argtypes = (c_void_p,)
    display = xlib.XOpenDisplay(None)
    if not display:
        return 1
    event = ClientMessage(type=CLIENT_MESSAGE, display=display, window=window, format=32)
    event.message_type = xlib.XInternAtom(display, b"WM_PROTOCOLS", 0)
    event.data[0] = xlib.XInternAtom(display, b"WM_DELETE_WINDOW", 0)
    was_sent = xlib.XSendEvent(display, window, 0, 0, byref(event))
    xlib.XCloseDisplay(display)
    return 0 if was_sent else 1


if __name__ == "__main__":
    sys.exit(main())
