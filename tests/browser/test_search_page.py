"""The search page in use: by keyboard, from any page, in the other language, with an input method, without a script."""

from playwright.sync_api import Browser, Page, expect

from support.search_page import PLACES, Search
from support.server import Published


def test_by_keyboard_alone(search: Search) -> None:
    """Typing searches; a picked facet keeps the focus, further results take it; Back brings all back."""
    page, keys = search.page, search.page.keyboard
    page.goto(search.published.at(PLACES["vi"], search.scheme))
    page.locator("#q").focus()
    keys.type("viec")
    search.answered()
    before = search.count
    page.locator("#more").focus()
    keys.press("Enter")
    expect(page.locator("#hits li")).to_have_count(20)
    page.wait_for_function("document.activeElement === document.querySelectorAll('#hits a')[10]")
    page.locator("[data-value=vp] input").focus()
    keys.press("Space")
    expect(page.locator("#found")).not_to_contain_text(str(before))
    assert page.evaluate("document.activeElement.value") == "vp"
    assert "q=viec" in page.url and "unit=vp" in page.url
    first, count, address = search.titles[0], search.count, page.url
    page.locator("#hits a").first.focus()
    keys.press("Enter")
    expect(page.locator("h1")).to_have_text(first)
    page.go_back()
    search.answered()
    assert (page.url, search.count, page.locator("#q").input_value()) == (address, count, "viec")
    assert page.locator("[data-value=vp] input").is_checked()


def test_tab_goes_in_the_order_of_reading(page: Page, published: Published) -> None:
    """Field, button, results, then facets: each can be reached, none is a trap."""
    Search(page, published).open("tran thuy hoa")
    page.locator("#q").focus()
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.closest('form,ol,[data-facet],footer')?.className ?? ''"))
    order = [name for i, name in enumerate(seen) if name and name not in seen[:i]]
    assert order[:2] == ["seek", "hits"] and "foot" in order


def test_the_form_in_the_head_leads_to_the_search(page: Page, published: Published) -> None:
    """Any page has a field whose words are searched on the search page, from a folder too."""
    for scheme in ("http", "file"):
        page.goto(published.at("vi/index.html", scheme))
        page.locator("#find").fill("đỗ thị mẫu")
        page.locator("#find").press("Enter")
        search = Search(page, published, scheme).answered()
        assert search.names[0] == "Đỗ Thị Mẫu" and "tim-kiem" in page.url


def test_the_language_switch_keeps_the_search(search: Search) -> None:
    """In the other language the same query stands in the field and the same facets are picked."""
    search.open("do thi mau", unit="duoc")
    search.page.locator("nav a[hreflang=en]").first.click()
    search.answered()
    assert search.page.locator("html").get_attribute("lang") == "en"
    assert search.page.locator("#q").input_value() == "do thi mau"
    assert search.page.locator("[data-value=duoc] input").is_checked()


def test_nothing_flickers_while_a_word_is_composed(page: Page, published: Published) -> None:
    """While an input method composes a word the list stays; when it has done, the list is that of the word."""
    search = Search(page, published).open("do thi mau ")
    page.evaluate(
        "new MutationObserver(() => document.body.dataset.turns = 1 + +(document.body.dataset.turns ?? 0))"
        ".observe(document.getElementById('hits'), {childList: true})"
    )
    body = page.locator("body")
    client = page.context.new_cdp_session(page)
    page.locator("#q").fill("")
    page.locator("#q").focus()
    expect(body).to_have_attribute("data-turns", "1")
    for text in ("t", "tr", "tra", "trâ", "trầ", "trần"):
        client.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
    assert page.evaluate("new Promise(done => setTimeout(() => done(document.body.dataset.turns), 600))") == "1"
    client.send("Input.insertText", {"text": "trần"})
    expect(body).not_to_have_attribute("data-turns", "1")
    assert search.names[0].startswith("Trần")


def test_without_a_script_the_lists_remain(chromium: Browser, published: Published) -> None:
    """Without JavaScript the page has links to the lists, and each facet is a link with its count."""
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(published.at(PLACES["vi"]))
    links = page.locator(".ways a, .facets a")
    addresses = [links.nth(i).get_attribute("href") for i in range(links.count())]
    assert page.locator("#plain").is_visible() and len(addresses) > 10
    assert page.locator("input[type=checkbox]").count() == 0
    for address in addresses:
        assert (published.folder / "vi/tim-kiem" / str(address)).resolve().is_file()


def test_a_file_that_is_missing_is_told(chromium: Browser, published: Published) -> None:
    """Where a copy is not whole, the page says that the search cannot be loaded instead of keeping still."""
    page = chromium.new_page()
    page.route("**/assets/search/**", lambda route: route.abort())
    page.goto(published.at(f"{PLACES['vi']}?q=an"))
    expect(page.locator("#failed")).to_be_visible()
    page.unroute("**/assets/search/**")
    page.locator("#q").press("Enter")
    expect(page.locator("#hits li").first).to_be_visible()
    expect(page.locator("#failed")).to_be_hidden()
