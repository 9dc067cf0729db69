// cmark-gfm (CommonMark with the tables of GitHub Flavored Markdown) as Swift sees it.
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
