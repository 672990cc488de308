"""Makes `report.png`, the picture in the README, of a real report.

Needs Debian's `chromium` and the `dev` extra: `python docs/images/make_report.py`.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from grader.authoring.variants import misconceptions
from grader.cli.main import run
from grader.course import find_course
from grader.exercise import load_exercise

ROOT = Path(__file__).parents[2]


def main() -> None:
    exercise = load_exercise(find_course(named=str(ROOT)), "conv_padding")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "conv_padding.py")
        path.write_text(misconceptions(exercise)["odd_zero_before"].source, "utf-8")
        run([str(path), "--course", str(ROOT), "--report-dir", folder])
        with sync_playwright() as playwright:
            options = ["--no-sandbox", "--disable-gpu", "--no-first-run"]
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=options)
            page = browser.new_page(viewport={"width": 1120, "height": 720})
            page.goto(Path(folder, "conv_padding.html").as_uri())
            page.screenshot(path=str(Path(__file__).with_name("report.png")))
            browser.close()


if __name__ == "__main__":
    main()
