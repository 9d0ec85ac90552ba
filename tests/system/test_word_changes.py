"""LibreOffice takes our tracked changes for what they are."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from facing_pages import compare, read_document
from facing_pages.core.resources import sample_pair
from facing_pages.export.report_options import Layout, ReportOptions
from facing_pages.export.writing import write_report

PYTHON = "/usr/bin/python3"
HELPER = Path(__file__).parent / "libreoffice.py"


def has_bridge() -> bool:
    if not (shutil.which("soffice") and Path(PYTHON).exists()):
        return False
    found = subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False)
    return found.returncode == 0


@pytest.mark.skipif(
    not has_bridge(), reason="needs the packages libreoffice-writer-nogui and python3-uno"
)
def test_accepting_gives_the_rewrite_and_rejecting_the_original(tmp_path: Path) -> None:
    original, rewrite = (read_document(path) for path in sample_pair())
    target = tmp_path / "changes.docx"
    options = ReportOptions(layout=Layout.ONE_COLUMN)
    write_report(compare(original, rewrite), target, options)
    for deed, document in (("accept", rewrite), ("reject", original)):
        run = subprocess.run(
            [PYTHON, str(HELPER), str(target), deed],
            capture_output=True,
            text=True,
            timeout=180,
            check=True,
        )
        found = [line for line in run.stdout.split("\n") if line]
        assert found == [p.span.of(document.text) for p in document.paragraphs]
