// The least that a program with libxml2's SAX2 push parser can do: count. The measure for the Swift reader.
#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>

typedef struct { long starts, ends, attributes, text; } Counts;

static void start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                  const xmlChar **declared, int attributes, int defaulted, const xmlChar **values) {
  Counts *counts = data;
  counts->starts++;
  counts->attributes += attributes;
}

static void end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  ((Counts *)data)->ends++;
}

static void characters(void *data, const xmlChar *bytes, int count) { ((Counts *)data)->text += count; }

int main(int argc, char **argv) {
  static char piece[65536];
  Counts counts = {0};
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = start;
  handler.endElementNs = end;
  handler.characters = handler.ignorableWhitespace = handler.cdataBlock = characters;
  FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  if (!file) return 66;
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, &counts, NULL, 0, NULL);
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  size_t count;
  while ((count = fread(piece, 1, sizeof piece, file)) > 0) xmlParseChunk(parser, piece, (int)count, 0);
  xmlParseChunk(parser, NULL, 0, 1);
  int is_well_formed = parser->wellFormed;
  xmlFreeParserCtxt(parser);
  fclose(file);
  printf("%ld starts, %ld ends, %ld attributes, %ld bytes of text\n", counts.starts, counts.ends,
         counts.attributes, counts.text);
  return is_well_formed ? 0 : 65;
}
