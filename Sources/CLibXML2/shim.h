// libxml2 as Swift sees it. Debian builds it with ICU, whose headers clash with Foundation's own
// copy ("'UErrorCode' has different definitions"): nothing here needs ICU's types, so they stay out.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlwriter.h>
#include <libxml/xmlschemas.h>

// `xmlFree` is a global function pointer, which Swift 6 rightly calls shared mutable state.
static inline void crosswalk_xml_free(void *pointer) { xmlFree(pointer); }
