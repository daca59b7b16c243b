"""Every link of a page to another file of the project leads to a file."""

import re
import unittest

from pages import PROJECT

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")


class Links(unittest.TestCase):
    def test_every_link_leads_somewhere(self):
        pages = [*PROJECT.glob("*.md"), *PROJECT.glob("docs/**/*.md")]
        broken = [f"{page.relative_to(PROJECT)}: {target}"
                  for page in pages for target in LINK.findall(page.read_text(encoding="utf-8"))
                  if not (page.parent / target).exists()]
        self.assertEqual(broken, [])


if __name__ == "__main__":
    unittest.main()
