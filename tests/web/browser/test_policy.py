"""What the browser itself refuses, whatever a page might hold."""

from tests.web.browser.conftest import Open
from tests.web.browser.program import Program
from tests.web.browser.watch import Watch

_INLINE = """() => {
    const script = document.createElement("script");
    script.textContent = "window.pwned = 'inline'";
    document.body.append(script);
    const picture = document.createElement("div");
    picture.innerHTML = '<img src="/icon.svg" onerror="window.pwned = 1" style="position: fixed">';
    document.body.append(picture);
    return {pwned: window.pwned, styled: getComputedStyle(picture.firstChild).position};
}"""

_EVAL = """() => new Promise(done => setTimeout(() => {
    try { eval("window.pwned = 'eval'"); done("it ran"); } catch (error) { done(error.name); }
}))"""

_ELSEWHERE = """() => fetch("https://learnt.invalid/").then(() => "sent", () => "refused")"""


def test_what_is_refused(open_page: Open, program: Program, watch: Watch) -> None:
    page = open_page()
    watch.expect("CSP refused", "Content Security Policy", "404", "Fetch API cannot load")
    response = page.goto("/")
    assert response
    policy = response.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert response.headers["x-content-type-options"] == "nosniff"
    assert page.evaluate(_INLINE) == {"pwned": None, "styled": "static"}
    assert page.evaluate(_EVAL) == "EvalError"
    assert page.evaluate(_ELSEWHERE) == "refused"
    assert page.evaluate("window.pwned") is None
