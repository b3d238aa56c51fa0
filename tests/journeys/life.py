"""A person who lives a story at the pages: moves through days, reads Today, tells what happened."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.journeys.serving import Clock

INTERVIEW = {
    "Who did you talk to?": "Lena Ruiz",
    "Where?": "Corbel",
    "For what job?": "planner",
    "I was struck that …": "you plan the whole week on one wall",
    "They are trying to …": "lose fewer hours between the shifts",
    "And your own name, to sign with": "Marta Lindqvist",
}


class Life:
    """One candidate, at one browser, with one opportunity."""

    def __init__(self, page: Page, clock: Clock) -> None:
        """Begin on Today, signed in."""
        self.page = page
        self.clock = clock
        self.home = page.url.rstrip("/")
        self.place = ""

    def day(self, told: str) -> None:
        """Come back at a later moment, and open Today."""
        self.clock.move(told)
        self.page.goto(f"{self.home}/")

    def today(self) -> None:
        """Open Today, within the same hour."""
        self.page.goto(f"{self.home}/")

    @property
    def opening(self) -> str:
        """The sentence that Today opens on."""
        return self.page.get_by_role("heading", level=1).inner_text()

    @property
    def do(self) -> list[str]:
        """What there is to do today."""
        return _titles(self.page.get_by_role("region", name="Do today"))

    @property
    def alone(self) -> list[str]:
        """What is better left alone, each with the day until which, where there is one."""
        region = self.page.get_by_role("region", name="Leave alone")
        return [_line(one) for one in region.locator("article header:visible").all()]

    @property
    def away(self) -> str:
        """What changed since the last visit, where anything did."""
        notes = self.page.get_by_role("region", name="While you were away")
        return _line(notes) if notes.count() else ""

    @property
    def said(self) -> str:
        """What the page has just said, with what changed in the plan."""
        expect(self.page.locator("#said .notice")).to_be_visible()
        return _line(self.page.locator("#said"))

    def interviewed(self, how: str, **more: str) -> None:
        """Tell of today's interview under New, and end up at the letter or the timeline."""
        page = self.page
        page.goto(f"{self.home}/new")
        for label, text in INTERVIEW.items():
            page.get_by_label(label).fill(text)
        page.get_by_text("More about it").click()
        self._fill({"How did it go?": how, "In which country?": "GB", **more})
        page.get_by_role("button", name="Keep it, and go to the letter").click()
        page.wait_for_url(re.compile(r"/(write|opportunities)/"))
        found = re.search(r"/(?:write|opportunities)/([0-9a-f]+)", page.url)
        assert found
        self.place = f"{self.home}/opportunities/{found[1]}"

    def happened(self, what: str, **fields: str | bool) -> str:
        """Log what happened on the opportunity's page; return what changed by it."""
        self.page.goto(f"{self.place}/log")
        self.page.locator("main").get_by_role("link", name=what, exact=True).click()
        self._fill({name.replace("_", " "): value for name, value in fields.items()})
        self.page.get_by_role("button", name="Log it").click()
        self.page.wait_for_url(self.place)
        return self.said

    def knows_the_address(self, name: str) -> None:
        """Note the postal address of somebody."""
        self.page.goto(self.place)
        self.page.locator("main").get_by_role("link", name=name).first.click()
        self.page.get_by_label("Postal address").fill("1 Quay Street, Bristol")
        self.page.get_by_role("button", name="Keep it").click()
        self.page.wait_for_url(self.place)

    def may(self, wish: str) -> str:
        """Ask in place whether one may; return the answer with its reason and the better act."""
        self.page.goto(self.place)
        self.page.get_by_label("I would like to").select_option(label=wish)
        self.page.get_by_role("button", name="May I?").click()
        expect(self.page.locator("#verdict .verdict")).to_be_visible()
        assert self.page.url == self.place  # answered in place
        return _line(self.page.locator("#verdict"))

    def writes(self, what: str) -> str:
        """Open the letter for a thing to do from Today; return its words."""
        self.today()
        item = self.page.get_by_role("article").filter(has_text=what)
        item.get_by_role("link", name=re.compile("Write it|Finish it")).click()
        self.page.wait_for_url("**/write/**")
        return self.letter

    @property
    def letter(self) -> str:
        """The words of the letter that lies open."""
        return self.page.get_by_label("Message").input_value()

    def sends(self) -> str:
        """Say that the open letter went out; end up on Today, and return what it says."""
        self.page.get_by_role("button", name=re.compile("I (sent|posted) it")).click()
        self.page.wait_for_url(f"{self.home}/")
        return self.said

    def undoes(self) -> None:
        """Take back what was just said, or take that back in turn."""
        before = self.page.locator("main").element_handle()
        self.page.locator("#said").get_by_role("button", name="Undo").click()
        before.wait_for_element_state("hidden")  # another page has taken its place
        expect(self.page.locator("#said")).to_contain_text("Undone")

    def _fill(self, fields: dict[str, str | bool]) -> None:
        for label, value in fields.items():
            field = self.page.get_by_label(label)
            if value is True:
                field.check()
            elif field.evaluate("one => one.tagName") == "SELECT":
                field.select_option(label=str(value))
            else:
                field.fill(str(value))


def _titles(region: Locator) -> list[str]:
    return [one.inner_text().strip() for one in region.get_by_role("heading", level=3).all()]


def _line(one: Locator) -> str:
    return " ".join(one.inner_text().split())
