"""Traces are read as they were written, also where calls interrupt each other."""

from __future__ import annotations

from .tracing import Call, calls, network_calls, written_files

# Lines as strace 6.1 writes them.
TRACE = r"""
41 openat(AT_FDCWD</home/reader>, "/etc/ld.so.cache", O_RDONLY|O_CLOEXEC) = 3</etc/ld.so.cache>
41 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3<socket:[7]>
41 connect(3<socket:[7]>, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X77"}, 21) = 0
41 bind(6<socket:[8]>, {sa_family=AF_UNIX, sun_path="/tmp/own/s"}, 110) = 0
42 mkdir("/home/reader/.config/some \"where", 0777 <unfinished ...>
43 socket(AF_INET, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP <unfinished ...>
42 <... mkdir resumed>)                 = 0
43 <... socket resumed>)                = 9
43 connect(9, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("10.0.0.1")}, 16) = -1 ENETUNREACH (Network is unreachable)
43 openat(7</home/reader/.cache/maker>, "identifier.tmp", O_WRONLY|O_CREAT|O_EXCL, 0600) = 8</home/reader/.cache/maker/identifier.tmp>
43 renameat2(7</home/reader/.cache/maker>, "identifier.tmp", 7</home/reader/.cache/maker>, "identifier", RENAME_NOREPLACE) = 0
43 rename("/home/reader/a.draft", "/home/reader/a") = 0
43 openat(AT_FDCWD</home/reader>, "/usr/share/one.pyc", O_WRONLY|O_CREAT, 0600) = -1 EACCES (Permission denied)
43 openat(AT_FDCWD</home/reader>, "notes.txt", O_RDWR) = 8</home/reader/notes.txt>
43 openat(AT_FDCWD</home/reader>, "/etc/resolv.conf", O_RDONLY|O_CLOEXEC) = 8</etc/resolv.conf>
43 --- SIGCHLD {si_signo=SIGCHLD, si_code=CLD_EXITED} ---
43 +++ exited with 0 +++
"""  # noqa: E501 - as they are written


def test_interrupted_calls_are_put_together() -> None:
    found = list(calls(TRACE))
    assert Call("socket", "AF_INET, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP", "9") in found
    assert len(found) == 13


def test_only_what_leaves_the_computer_counts_as_network() -> None:
    found = network_calls(list(calls(TRACE)))
    assert [call.split("(")[0] for call in found] == ["socket", "connect", "openat"]
    assert "resolv.conf" in found[-1]


def test_files_that_are_made_or_written_are_named_in_full() -> None:
    assert written_files(list(calls(TRACE))) == {
        "/tmp/own/s",
        '/home/reader/.config/some \\"where',
        "/home/reader/.cache/maker/identifier.tmp",
        "/home/reader/.cache/maker/identifier",
        "/home/reader/a",
        "/home/reader/notes.txt",
    }
