/* Links what crosswalk links and does nothing: what starting such a program costs.
   Built twice: with the C libraries alone, and with the Swift libraries as well. */
#include <libxml/parser.h>
#include <sqlite3.h>
#include <zip.h>

int main(int count, char **arguments) {
  /* Never true; keeps the libraries from being left out as unused. */
  if (count > 1000000) {
    xmlCheckVersion(LIBXML_VERSION);
    sqlite3_libversion();
    zip_libzip_version();
  }
  return arguments == 0;
}
