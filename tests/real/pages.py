#!/usr/bin/env python3
"""The page of `lindungi report` in a real Chromium: it asks nobody for anything, says nothing to the console, is never
wider than the screen, can be read by those who do not see it (axe-core), changes its language without a script, and each
of its sections begins a page of A4.

    tests/real/pages.py PROGRAM ROSTER OLDER AXE

AXE is axe.min.js of axe-core. With playwright and pypdf; the browser is Debian's chromium.
"""

import io
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

from playwright.sync_api import sync_playwright
from pypdf import PdfReader

sys.dont_write_bytecode = True
from terminal import check

PROGRAM, ROSTER, OLDER, AXE = (Path(argument).resolve() for argument in sys.argv[1:5])
HELD = tempfile.TemporaryDirectory()
FOLDER = Path(HELD.name)
FIXTURES = ROSTER.parent
WIDTHS = [360, 768, 1280, 1920]
LANGUAGES = {"en": "English", "id": "Bahasa Indonesia"}
# A page of each kind: everything; a few people; everybody by name; a small city with two segments; nobody; an empty one.
PAGES = {
    "whole": [ROSTER, "--since", OLDER],
    "filtered": [ROSTER, "--filter", "district:manoi age>=60", "--lang", "id"],
    "listed": [ROSTER, "--filter", "group:nelayan", "--list", "all"],
    "small": [FIXTURES / "small-city.json", "--list", "none"],
    "nobody": [ROSTER, "--filter", "age>=150"],
    "grace": [ROSTER, "--filter", "status:grace", "--list", "none"],
}
MILLIMETRE = 72 / 25.4
# Frames whose table is wider than they are, each with its caption and both widths.
SCROLLED = """code => [...document.querySelectorAll(`article.${code} .frame`)]
    .filter(frame => frame.scrollWidth > frame.clientWidth)
    .map(frame => `${frame.innerText.split("\\n")[0]}: ${frame.scrollWidth} in ${frame.clientWidth}`)"""


def report(name, arguments):
    path = FOLDER / f"{name}.html"
    subprocess.run([PROGRAM, "report", *arguments, "-o", path], check=True)
    return path


def switch(page, code):
    page.locator(f"label[for=in-{code}]").click()
    for other in LANGUAGES:
        check(page.locator(f"article.{other}").is_visible() == (other == code), f"{other} is shown, {code} was asked for")


def is_never_too_wide(page, name):
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for code in LANGUAGES:
            switch(page, code)
            wide = page.evaluate("document.documentElement.scrollWidth")
            check(wide <= width, f"{name}, {code}: {wide} pixels wide on a screen of {width}")
            # On a telephone a table is scrolled in its frame; at a desk it is seen whole.
            if width >= 1280:
                cut = page.evaluate(SCROLLED, code)
                check(not cut, f"{name}, {code}: on a screen of {width} these are scrolled: {cut}")


def is_accessible(page, name, axe):
    page.evaluate(axe)
    for scheme in ["light", "dark"]:
        page.emulate_media(color_scheme=scheme)
        for code in LANGUAGES:
            switch(page, code)
            # Every rule, the experimental and those of habit too.
            found = page.evaluate("axe.run(document, {resultTypes: ['violations', 'passes']})")
            told = [f"{own['id']}: {own['nodes'][0]['html'][:120]} {own['nodes'][0]['failureSummary']}" for own in found["violations"]]
            check(not told, f"{name}, {code}, {scheme}: {told}")
            passed = {own["id"] for own in found["passes"]}
            check({"color-contrast", "document-title", "html-has-lang"} <= passed, f"axe looked at {passed} alone")
    page.emulate_media(color_scheme=None)


def is_printed(page, name):
    page.set_viewport_size({"width": 1280, "height": 900})
    for code in LANGUAGES:
        switch(page, code)
        titles = page.locator(f"article.{code} h1, article.{code} section > h2").all_inner_texts()
        printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=False)))
        for paper in printed.pages:
            size = [round(float(length) / MILLIMETRE) for length in paper.mediabox[2:]]
            check(size == [297, 210], f"{name}, {code}: paper of {size} mm")
        # Of a page the text in the order of the document: a section begins where its title is the first line.
        lines = [" ".join(paper.extract_text().split()) for paper in printed.pages]
        # Fonts join some letters.
        plain = lambda text: re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
        begun = lambda title: [place for place, line in enumerate(lines) if plain(line).startswith(plain(title))]
        missing = [title for title in titles if not begun(title)]
        check(not missing, f"{name}, {code}: {missing} begin no page")
        begins = sorted(begun(title)[0] for title in titles)
        # Only lists of people go on, and the last section is theirs.
        on = [place for place in range(len(lines)) if place not in begins and place < begins[-1]]
        check(not on, f"{name}, {code}: pages {[place + 1 for place in on]} go on with what did not fit one")
        print(f"{name}, {code}: {len(titles)} sections on {len(lines)} pages of A4", flush=True)


def main():
    axe = AXE.read_text()
    pages = {name: report(name, arguments) for name, arguments in PAGES.items()}
    with sync_playwright() as own:
        browser = own.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, path in pages.items():
            context = browser.new_context()
            page = context.new_page()
            said, asked = [], []
            page.on("console", lambda message: said.append(message.text))
            page.on("pageerror", lambda error: said.append(str(error)))
            page.on("request", lambda request: asked.append(request.url))
            page.goto(path.as_uri())
            is_never_too_wide(page, name)
            is_accessible(page, name, axe)
            is_printed(page, name)
            other = [url for url in asked if url not in (path.as_uri(), "data:,")]
            check(not other and not said, f"{name} asked for {other} and said {said}")
            context.close()
            # The language is changed without a script.
            context = browser.new_context(java_script_enabled=False)
            page = context.new_page()
            page.goto(path.as_uri())
            for code in ["id", "en"]:
                switch(page, code)
            context.close()
        browser.close()
    print("the page asks nobody for anything, fits 360 to 1920 pixels, and passes axe-core in both languages, light and dark")


main()
