// Keeps every id and all text in one run of bytes: the measure for importers, which keep what they read.
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct { char *bytes; size_t count, room; } Arena;
typedef struct { size_t offset, count; } Slice;
typedef struct { Arena arena; Slice *ids; size_t count, room; const xmlChar *id; } Kept;

static size_t append(Arena *arena, const xmlChar *bytes, size_t count) {
  if (arena->count + count > arena->room) {
    arena->room = 2 * (arena->room + count);
    arena->bytes = realloc(arena->bytes, arena->room);
  }
  memcpy(arena->bytes + arena->count, bytes, count);
  arena->count += count;
  return arena->count - count;
}

static void start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                  const xmlChar **declared, int attributes, int defaulted, const xmlChar **values) {
  Kept *kept = data;
  for (int i = 0; i < attributes; i++, values += 5) {
    if (values[0] != kept->id || values[2]) continue;
    if (kept->count == kept->room) {
      kept->room = 2 * kept->room + 64;
      kept->ids = realloc(kept->ids, kept->room * sizeof(Slice));
    }
    size_t count = (size_t)(values[4] - values[3]);
    kept->ids[kept->count++] = (Slice){append(&kept->arena, values[3], count), count};
  }
}

static void characters(void *data, const xmlChar *bytes, int count) {
  append(&((Kept *)data)->arena, bytes, (size_t)count);
}

int main(int argc, char **argv) {
  static char piece[65536];
  Kept kept = {0};
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = start;
  handler.characters = handler.ignorableWhitespace = handler.cdataBlock = characters;
  FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  if (!file) return 66;
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, &kept, NULL, 0, NULL);
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  kept.id = xmlDictLookup(parser->dict, BAD_CAST "id", -1);
  size_t count;
  while ((count = fread(piece, 1, sizeof piece, file)) > 0) xmlParseChunk(parser, piece, (int)count, 0);
  xmlParseChunk(parser, NULL, 0, 1);
  int is_well_formed = parser->wellFormed;
  xmlFreeParserCtxt(parser);
  fclose(file);
  printf("%zu ids, %zu bytes\n", kept.count, kept.arena.count);
  return is_well_formed ? 0 : 65;
}
