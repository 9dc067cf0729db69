"""Opens a gap report in headless Chromium and checks what a reader relies on.

Exits 1 with a message where the page logs an error, asks for anything from outside, or does not filter.
"""
import sys
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

page = "file://" + sys.argv[1]


def browser(scripts=True):
    options = Options()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    return webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)


def fail(message):
    print(message)
    sys.exit(1)


driver = browser()
try:
    driver.get(page)
    errors = [entry for entry in driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]
    if errors:
        fail(f"console: {errors[:3]}")
    sent = [e["message"] for e in driver.get_log("performance") if "Network.requestWillBeSent\"" in e["message"]]
    if any('"url":"http' in message for message in sent):
        fail("the page asked for something from outside")
    findings = driver.find_elements(By.CSS_SELECTOR, ".finding")
    if len(findings) < 200:
        fail(f"only {len(findings)} findings")
    Select(driver.find_element(By.ID, "filter-verdict")).select_by_value("partial")
    shown = [f for f in findings if f.is_displayed()]
    partial = [f for f in findings if f.get_attribute("data-verdict") == "partial"]
    if not partial or {f.id for f in shown} != {f.id for f in partial}:
        fail(f"the filter shows {len(shown)} of {len(partial)} partly addressed findings")
    driver.find_element(By.ID, "filter-reset").click()
    driver.find_element(By.ID, "filter-text").send_keys("zzz-nothing-has-this")
    driver.implicitly_wait(2)
    driver.find_element(By.CSS_SELECTOR, "#nothing:not([hidden])")
finally:
    driver.quit()

driver = browser(scripts=False)
try:
    driver.get(page)
    if driver.find_element(By.ID, "filter").is_displayed():
        fail("without scripts the filter must stay hidden")
    hidden = [f for f in driver.find_elements(By.CSS_SELECTOR, ".finding") if not f.is_displayed()]
    if hidden:
        fail(f"without scripts {len(hidden)} findings are hidden")
finally:
    driver.quit()
print("page: no error")
