// libxlsxwriter as Swift sees it.
#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

// A file in memory without a name, closed when another program is started; the library only writes to paths, and
// /proc/self/fd/N is one. Swift's C library hides memfd_create, so it is called by number. -1 and errno on failure.
static inline int crosswalk_memory_file(const char *name) { return (int)syscall(SYS_memfd_create, name, 1U); }
