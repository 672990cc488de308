"""The reports, opened as a learner opens them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from grader.report.html import render_result
from grader.result import CheckResult, Counterexample, Misconception, Result
from grader.value import value_of

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "reports" / "samples").glob("*.html"))

WIDTHS = (360, 390, 768, 1280, 1600)

# Every text against what is behind it, as WCAG 2 measures it; of what is hatched, the colour below.
CONTRAST = """() => {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    pen.clearRect(0, 0, 1, 1); pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1);
    return pen.getImageData(0, 0, 1, 1).data;
  };
  const light = (c) => {
    const [r, g, b] = [...c].slice(0, 3).map((v) => {
      v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
    });
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = rgba(getComputedStyle(e).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return rgba("white");
  };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || ["SCRIPT", "STYLE"].includes(element.tagName)) continue;
    if (!element.checkVisibility() || element.closest(".sr")) continue;
    const a = light(rgba(getComputedStyle(element).color)), b = light(behind(element));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) poor.push(`${ratio.toFixed(2)} ${element.className} ${walker.currentNode.data.trim()}`);
  }
  return poor;
}"""
OPEN_ALL = "() => document.querySelectorAll('details').forEach((part) => { part.open = true; })"
WIDER_THAN_THE_WINDOW = "() => document.documentElement.scrollWidth > innerWidth"


def test_there_are_samples():
    """Four reports in two languages."""
    assert len(SAMPLES) == 8


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_report_fits_is_quiet_and_can_be_read(
    open_page: Callable[..., Any], path: Path, scheme: str
):
    """Whether folded or open: no scrolling sideways, no message, no request, enough contrast."""
    opened = open_page(path, color_scheme=scheme)
    for _ in ("folded", "open"):
        for width in WIDTHS:
            opened.page.set_viewport_size({"width": width, "height": 800})
            assert not opened.page.evaluate(WIDER_THAN_THE_WINDOW), width
        opened.page.evaluate(OPEN_ALL)
    assert opened.page.evaluate(CONTRAST) == []
    assert opened.messages == []
    assert opened.requests == [path.as_uri()]


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_first_screen_says_what_matters(
    open_page: Callable[..., Any], width: int, height: int, language: str
):
    """The verdict, the smallest call with its numbers, and the idea; without scrolling."""
    (path,) = [p for p in SAMPLES if p.name == f"padding_mistake.{language}.html"]
    page = open_page(path, width, height).page
    for selector in ("h1", ".score", ".expected .grid", ".actual .grid", ".difference", ".idea h2"):
        box = page.locator(selector).first.bounding_box()
        assert box["y"] + box["height"] <= height, selector


def test_large_text_still_fits(open_page: Callable[..., Any]):
    """At 200 % zoom a window of 1280 pixels is one of 640 with twice the density."""
    for path in SAMPLES:
        page = open_page(path, 640, 400, device_scale_factor=2).page
        assert not page.evaluate(WIDER_THAN_THE_WINDOW)


def test_the_call_is_copied(open_page: Callable[..., Any]):
    """By a button that says so when it is done; without scripts there is no button."""
    (path,) = [p for p in SAMPLES if p.name == "padding_mistake.en.html"]
    granted = {"permissions": ["clipboard-read", "clipboard-write"]}
    page = open_page(path, **granted).page
    button = page.locator("button:visible").first
    button.click()
    assert button.text_content() == "Copied"
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "from conv_padding import same_padding\n\nprint(same_padding(1, 2))"
    assert page.locator("#status").text_content() == "Copied"
    plain = open_page(path, java_script_enabled=False).page
    assert plain.locator("button:visible").count() == 0


def test_everything_is_reached_by_keyboard(open_page: Callable[..., Any]):
    """Tab goes to the button and to what is folded, and Enter unfolds it."""
    (path,) = [p for p in SAMPLES if p.name == "padding_mistake.en.html"]
    page = open_page(path).page
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.tagName"))
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    page.keyboard.press("Enter")
    assert {"BUTTON", "SUMMARY"} <= reached
    assert page.evaluate("document.activeElement.parentElement.open")


def test_all_is_printed(open_page: Callable[..., Any]):
    """What is folded on the screen is open on paper, and dark becomes light."""
    (path,) = [p for p in SAMPLES if p.name == "padding_mistake.en.html"]
    page = open_page(path, color_scheme="dark").page
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".source").first.is_visible()
    assert page.evaluate(CONTRAST) == []


def test_hangul_is_drawn_by_a_font_that_has_it(open_page: Callable[..., Any]):
    """Two different syllables look different; in a font without them both are the same box."""
    (path,) = [p for p in SAMPLES if p.name == "passed.ko.html"]
    page = open_page(path).page
    drawn = """(text) => {
      const pen = document.createElement("canvas").getContext("2d");
      pen.font = "40px " + getComputedStyle(document.body).fontFamily;
      pen.fillText(text, 0, 50);
      return pen.canvas.toDataURL();
    }"""
    assert page.evaluate(drawn, "합") != page.evaluate(drawn, "곱")


HOSTILE = (
    "<script>window.escaped = 1</script>",
    "</script></style></title></textarea><img src=x onerror='window.escaped = 1'>",
    "\"'><svg onload=window.escaped=1><a href=javascript:window.escaped=1 autofocus>x</a>",
    "<base href=http://127.0.0.1:1/><meta http-equiv=refresh content=0;url=http://127.0.0.1:1/>",
    "<style>@import 'http://127.0.0.1:1/x.css';*{display:none}</style><link rel=stylesheet href=/x>",
    "<form id=status name=body action=http://127.0.0.1:1/><input name=getElementById></form>",
    "{{ constructor.constructor('window.escaped = 1')() }} ${window.escaped = 1}",
    "+ADw-script+AD4-window.escaped=1+ADw-/script+AD4- \ud800 \u202e \u2028 \x1b[2J \x00",
    "W" * 20_000,
    "한" * 20_000,
    "e" + "\u0301" * 10_000,
    "\n" * 20_000,
)


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_nothing_that_a_submission_says_is_carried_out(
    open_page: Callable[..., Any], tmp_path: Path, hostile: str
):
    """In every field that it controls; the page stays quiet, and fits a phone."""
    example = Counterexample(
        *(hostile,) * 4,
        function=hostile,
        arguments={hostile: hostile, "y": value_of([[1.0, 2.0]])},
        actual_value=value_of({hostile: hostile}),
    )
    check = CheckResult("first", hostile, "failed", 0, 1, hostile, hostile, counterexample=example)
    other = CheckResult("other", hostile, "error", 0, 1, hostile, hostile, example)
    idea = Misconception("idea", hostile, hostile, 1.0, 1, 1, hostile)
    result = Result(
        "conv_padding",
        *(hostile,) * 4,
        "failed",
        0,
        2,
        checks=(check, other),
        misconceptions=(idea, idea),
        output=hostile,
        message=hostile,
        first="first",
        title=hostile,
    )
    path = tmp_path / "report.html"
    path.write_text(render_result(result, hostile), "utf-8")
    opened = open_page(path, 360)
    opened.page.evaluate(OPEN_ALL)
    assert opened.page.evaluate("window.escaped") is None
    assert opened.messages == []
    assert opened.requests == [path.as_uri()]
    assert opened.page.locator("script, style").count() == 2
    assert not opened.page.evaluate(WIDER_THAN_THE_WINDOW)
    assert opened.page.locator(".verdict-again").is_visible()
