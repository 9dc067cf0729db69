"""Opens pages in headless Chromium and prints what a document must not do.

Exits 1 with a message where a page shows a dialog, runs a script, logs an error, or asks for anything from outside.
"""
import sys
from selenium import webdriver
from selenium.common.exceptions import NoAlertPresentException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

options = Options()
options.binary_location = "/usr/bin/chromium"
for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
    options.add_argument(argument)
options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
options.set_capability("unhandledPromptBehavior", "ignore")
driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)


def fail(message):
    print(message)
    sys.exit(1)


try:
    for name in sys.argv[1:]:
        driver.get("file://" + name)
        try:
            fail(f"{name}: a dialog says {driver.switch_to.alert.text}")
        except NoAlertPresentException:
            pass
        for entry in driver.get_log("browser"):
            if entry["level"] in ("SEVERE", "WARNING"):
                fail(f"{name}: console: {entry}")
        sent = [e["message"] for e in driver.get_log("performance") if "Network.requestWillBeSent\"" in e["message"]]
        if len(sent) != 1:
            fail(f"{name}: {len(sent) - 1} requests besides the page itself: {sent[1:3]}")
        scripts = driver.find_elements(By.CSS_SELECTOR, "script, iframe, object, embed, form, link, base, img, svg")
        if scripts:
            fail(f"{name}: holds {[element.tag_name for element in scripts]}")
        # A style sheet whose digest the policy does not name would not be applied.
        rule = driver.find_element(By.TAG_NAME, "body").value_of_css_property("unicode-bidi")
        if driver.find_element(By.TAG_NAME, "h1").value_of_css_property("unicode-bidi") != "isolate":
            fail(f"{name}: the style sheet is not applied ({rule})")
finally:
    driver.quit()
print(f"{len(sys.argv) - 1} pages: no dialog, no request")
