"""The page: whole for every outcome, inert whatever a submission says, small, current."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from pathlib import Path

import jinja2
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.exercise import Exercise
from grader.report import compiled
from grader.report.compiling import COMPILED, compiled_template
from grader.report.html import (
    LARGEST,
    TEMPLATE,
    TEMPLATES,
    content_security_policy,
    environment,
    render_result,
    write_report,
)
from grader.result import Result
from grader.value import value_of

from .conftest import OUTCOMES, Ran

VOID = {"meta", "link", "br", "hr", "img", "input", "base", "use", "path"}


class Page(HTMLParser):
    """A page as its parser sees it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: set[tuple[str, str]] = set()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.ids: Counter[str] = Counter()
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes |= {(tag, name) for name, _ in attrs}
        self.ids.update(value or "" for name, value in attrs if name == "id")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in ("style", "script"):
            self.texts.append(data)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_has_a_whole_page(
    result_for: Callable[..., Result],
    sources: Mapping[str, str],
    exercise: Exercise,
    outcome: str,
    language: str,
):
    """Every tag is closed, headings do not skip a level, no id is used twice, no address loaded."""
    result = result_for(outcome, language)
    text = render_result(result, sources.get(outcome), exercise.texts(language))
    page = Page(text)
    assert page.open == []
    assert f'<html lang="{language}">' in text
    assert page.headings[0] == 1
    assert page.tags["h1"] == 1
    steps = zip(page.headings, page.headings[1:], strict=False)
    assert all(after - before <= 1 for before, after in steps)
    assert set(page.ids.values()) == {1}
    assert not re.search(r"https?://|@import|url\(", text)
    assert len(text.encode()) <= LARGEST


HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style></title></textarea></pre><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)> ' onmouseover='alert(1)",
    "{{ 7*7 }}{% raw %}",
    "`</code><iframe src=javascript:alert(1)>` **<b>** *<i>*",
    "<!-- --!> <![CDATA[ ]]> &lt;script&gt; &#x3c;",
    "\x1b]52;c;aGk=\x07\u202e\u2066\u200b\x00\r\x9b2J",
    "\ud800\udfff\ufffe\U000e0001",
    "é" + "\u0301" * 50,
    "a" * 100_000,
    "<" * 50_000,
    "\n" * 20_000,
    "\ud800" * 20_000,
]


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda text: ascii(text[:24]))
def test_what_a_submission_says_adds_no_tag_and_no_attribute(
    made_up: Callable[..., Result], hostile: str
):
    """In every field that it controls, its source too."""
    kept = {"exercise": "conv_padding"}
    plain = Page(render_result(made_up("text", **kept), "text"))
    text = render_result(made_up(hostile, **kept), hostile)
    page = Page(text)
    assert page.open == []
    # `code`, `strong` and `em` are what backticks and asterisks stand for.
    allowed = set(plain.tags) | {"strong", "em", "code", "pre", "p", "span", "h3", "svg", "use"}
    assert set(page.tags) <= allowed
    assert page.attributes <= plain.attributes | {
        ("span", "class"),
        ("pre", "class"),
        ("code", "class"),
    }
    assert len(text.encode()) <= LARGEST
    shown = "".join(page.texts)
    assert not any(ord(c) < 32 and c not in "\n\t" for c in shown)
    assert not re.search("[\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff]", shown)
    # Template marks are shown, never carried out.
    assert "{{ 7*7 }}" not in hostile or "{{ 7*7 }}" in shown


@settings(max_examples=40)
@given(st.text(st.characters(codec=None, categories=None), max_size=200))
def test_no_text_whatever_stops_the_page(text: str):
    """It is written, and it can be encoded."""
    result = Result("e", "1", text, "0", text, "error", 0, 1, message=text, output=text, title=text)
    assert Page(render_result(result, text)).open == []


def test_a_page_of_everything_at_its_largest_stays_small(made_up: Callable[..., Result]):
    """A hundred checks, each with arrays at the cap; less is told of each, the verdict stays."""
    import numpy as np

    result = made_up("x" * 9_000)
    example = result.checks[0].counterexample
    assert example is not None
    full = msgspec.structs.replace(
        example,
        arguments={"x": value_of(np.arange(1800.0).reshape(2, 30, 10, 3))},
        expected_value=value_of(np.arange(1800.0).reshape(2, 30, 10, 3)),
        actual_value=value_of(np.zeros((2, 30, 10, 3))),
    )
    checks = tuple(
        msgspec.structs.replace(result.checks[0], id=f"c{i}", counterexample=full)
        for i in range(100)
    )
    text = render_result(
        msgspec.structs.replace(result, checks=checks, first="c0"), "x = 1\n" * 20_000
    )
    assert len(text.encode()) <= LARGEST
    assert "None of 100 checks passed yet." in text


def test_only_the_two_inlined_assets_may_run(result_for: Callable[..., Result]):
    """The policy names their hashes, and no element has a style or a handler of its own."""
    text = render_result(result_for("failed"))
    style = text.split("<style>")[1].split("</style>")[0]
    script = text.split("<script>")[1].split("</script>")[0]
    assert style == (TEMPLATES / "report.css").read_text("utf-8")
    policy = content_security_policy(style, script)
    assert jinja2.filters.do_forceescape(policy) in text
    page = Page(text)
    assert page.tags["style"] == page.tags["script"] == 1
    assert not any(name == "style" or name.startswith("on") for _, name in page.attributes)


def test_nothing_escapes_the_escaping():
    """No template marks anything as safe, and autoescape is on."""
    assert environment().autoescape is True
    for path in TEMPLATES.glob("*.j2"):
        text = path.read_text("utf-8")
        assert not re.search(r"\|\s*safe|autoescape|Markup", text), path


def test_the_compiled_template_is_current():
    """If not: `python -m grader.report.compiling`."""
    source = (TEMPLATES / TEMPLATE).read_text("utf-8")
    assert hashlib.sha256(source.encode()).hexdigest() == compiled.SOURCE
    if jinja2.__version__ == compiled.JINJA:
        assert COMPILED.read_text("utf-8") == compiled_template()


def test_another_jinja_compiles_the_template_itself(
    result_for: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
):
    """The page is the same, only later."""
    from grader.report import html

    page = render_result(result_for("failed"))
    monkeypatch.setattr(compiled, "JINJA", "0")
    html._template.cache_clear()
    try:
        assert render_result(result_for("failed")) == page
    finally:
        html._template.cache_clear()


def test_a_report_imports_no_more_than_it_needs(run_python: Callable[..., Ran], repository: Path):
    """Each of these costs as much as the report itself."""
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from grader.course import Course, read_manifest\n"
        "from grader.exercise import Exercise\n"
        "from grader.report.html import render_result\n"
        "from grader.result import Result\n"
        "manifest = read_manifest(Path('solutions/conv_padding').resolve())\n"
        "texts = Exercise(manifest, Course(Path.cwd())).texts('en')\n"
        "render_result(Result('e', '1', 's', '0', None, 'passed', 1, 1), 'x = 1', texts)\n"
        "unneeded = {'markdown_it', 'pygments', 'rich', 'babel', 'pytest', 'asyncio'}\n"
        "assert not unneeded & set(sys.modules), unneeded & set(sys.modules)\n"
    )
    ran = run_python("-c", code, cwd=repository)
    assert ran.code == 0, ran.stderr


def test_a_report_is_written_in_place_of_the_last_one(
    result_for: Callable[..., Result], tmp_path: Path
):
    """The folder is made, nothing else is left in it, and the later of two wins."""
    folder = tmp_path / "new" / "reports"
    first = write_report(folder, result_for("failed"), tmp_path / "x.py")
    again = write_report(folder, result_for("passed"), tmp_path / "x.py")
    assert first == again == folder / "conv_padding.html"
    assert "Every check passed." in again.read_text("utf-8")
    assert list(folder.iterdir()) == [again]


def test_a_report_stays_in_its_folder(made_up: Callable[..., Result], tmp_path: Path):
    """Whatever a Result from elsewhere calls its exercise."""
    path = write_report(tmp_path / "reports", made_up(exercise="../../x/<b>"), tmp_path / "x.py")
    assert path == tmp_path / "reports" / "xb.html"


def test_a_submission_is_not_overwritten_by_its_report(
    made_up: Callable[..., Result], tmp_path: Path
):
    """However it is called."""
    mine = tmp_path / "conv_padding.html"
    mine.write_text("mine")
    with pytest.raises(FileExistsError, match="is the submission itself"):
        write_report(tmp_path, made_up(), mine)
    assert mine.read_text() == "mine"


def test_a_folder_that_cannot_be_written_is_said_in_words(grade: Callable[..., Ran], course: Path):
    """With what to do, and without a traceback."""
    (course / "file").write_text("")
    ran = grade("exercises/conv_padding.py", "--report-dir", "file/reports", cwd=course)
    assert ran.code == 2
    assert "--no-report" in ran.stderr
