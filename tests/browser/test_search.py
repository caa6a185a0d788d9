"""The search in a browser: what is found and in what order, from a server and from a folder, by keyboard, as a link."""

from itertools import product

import pytest
from playwright.sync_api import Page

from browser.conftest import Published
