// The text from the place where the scanner stands, read as far as somebody asks for it, and what its characters are.
#ifndef RESOLUTION_TEXT_H
#define RESOLUTION_TEXT_H

#include "tree_sitter/alloc.h"
#include "tree_sitter/parser.h"
#include "words.h"

typedef struct {
  TSLexer *lexer;
  int32_t *chars;
  uint32_t length, capacity;
} Text;

// What stands behind the end of the text.
#define END_OF_TEXT (-1)

static int32_t text_at(Text *text, uint32_t at) {
  while (text->length <= at) {
    TSLexer *lexer = text->lexer;
    if (lexer->eof(lexer)) return END_OF_TEXT;
    if (text->length == text->capacity) {
      text->capacity = text->capacity ? text->capacity * 2 : 1024;
      text->chars = ts_realloc(text->chars, text->capacity * sizeof(int32_t));
    }
    text->chars[text->length++] = lexer->lookahead;
    lexer->advance(lexer, false);
  }
  return text->chars[at];
}

static bool text_ended(Text *text, uint32_t at) { return text_at(text, at) == END_OF_TEXT; }

// Whether ASCII letters stand at a place.
static bool text_has(Text *text, uint32_t at, const char *letters) {
  for (; *letters; letters++, at++) {
    if (text_at(text, at) != *letters) return false;
  }
  return true;
}

static bool is_space(int32_t c) {
  return (c >= 9 && c <= 13) || c == ' ' || c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) ||
         c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

static bool is_break(int32_t c) { return c == '\n' || c == '\r' || c == END_OF_TEXT; }

static bool is_ideograph(int32_t c) {
  return c == 0x3007 || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
         (c >= 0x20000 && c <= 0x3ffff);
}

static bool is_arabic(int32_t c) {
  return (c >= 0x600 && c <= 0x6ff) || (c >= 0x750 && c <= 0x77f) || (c >= 0xfb50 && c <= 0xfdff) ||
         (c >= 0xfe70 && c <= 0xfefc);
}

// Joins letters or gives the direction of the text.
static bool is_unprinted(int32_t c) {
  return c == 0x61c || (c >= 0x200c && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) ||
         c == 0xfeff;
}

// What a digit counts, -1 for all else.
static int32_t digit_value(int32_t c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 0x660 && c <= 0x669) return c - 0x660;
  if (c >= 0x6f0 && c <= 0x6f9) return c - 0x6f0;
  if (c >= 0xff10 && c <= 0xff19) return c - 0xff10;
  return -1;
}

static bool is_raised_digit(int32_t c) {
  return c == 0xb9 || c == 0xb2 || c == 0xb3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

static bool is_upper(int32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (c < 0x100) return c >= 0xc0 && c <= 0xde && c != 0xd7;
  if (c < 0x138) return c % 2 == 0;
  if (c < 0x149) return c % 2 == 1;
  if (c < 0x178) return c % 2 == 0;
  if (c < 0x17f) return c == 0x178 || c % 2 == 1;
  return (c >= 0x391 && c <= 0x3a9) || (c >= 0x400 && c <= 0x42f) || (c >= 0x460 && c <= 0x52f && c % 2 == 0);
}

static bool is_lower(int32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  if (c < 0x100) return (c >= 0xdf && c != 0xf7) || c == 0xaa || c == 0xb5 || c == 0xba;
  if (c < 0x180) return !is_upper(c);
  return (c >= 0x3b1 && c <= 0x3c9) || (c >= 0x430 && c <= 0x45f) || (c >= 0x460 && c <= 0x52f && c % 2 == 1);
}

// A letter of an alphabet, or what belongs to one; no ideograph.
static bool is_letter(int32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0x2000) {
    return (c >= 0xc0 && c != 0xd7 && c != 0xf7 && !(c >= 0x2c2 && c <= 0x2ff) && digit_value(c) < 0 && c != 0x37e &&
            c != 0x387 && c != 0x60c && c != 0x61b && c != 0x61f && !(c >= 0x600 && c <= 0x60f) && !is_unprinted(c) &&
            !(c >= 0x66a && c <= 0x66d) && c != 0x6d4 && c != 0x1680) ||
           c == 0xaa || c == 0xb5 || c == 0xba;
  }
  if (is_ideograph(c)) return false;
  return (c >= 0x2c00 && c <= 0x2dff) || (c >= 0x3040 && c <= 0x30ff && c != 0x30fb) || (c >= 0xa000 && c <= 0xd7ff) ||
         is_arabic(c) || (c >= 0xff21 && c <= 0xff3a) || (c >= 0xff41 && c <= 0xff5a);
}

// A mark as ASCII has it.
static int32_t plain_mark(int32_t c) {
  switch (c) {
    case 0x2010: case 0x2011: case 0x2012: case 0xff0d: return '-';
    case 0x2044: case 0xff0f: return '/';
    case 0xff08: return '(';
    case 0xff09: return ')';
    case 0x60c: case 0xff0c: case 0x3001: return ',';
    case 0x61b: case 0xff1b: return ';';
    case 0xff1a: return ':';
    case 0x3002: case 0xff0e: return '.';
    default: return c;
  }
}

// The Latin capital that a Cyrillic one looks like.
static int32_t as_latin(int32_t c) {
  switch (c) {
    case 0x410: return 'A';
    case 0x412: return 'B';
    case 0x421: return 'C';
    case 0x415: return 'E';
    case 0x41d: return 'H';
    case 0x406: return 'I';
    case 0x41a: return 'K';
    case 0x41c: return 'M';
    case 0x41e: return 'O';
    case 0x420: return 'P';
    case 0x422: return 'T';
    case 0x425: return 'X';
    default: return c >= 0xff21 && c <= 0xff3a ? c - 0xff21 + 'A' : c;
  }
}

static uint16_t plain_ideograph(int32_t c) {
  uint32_t low = 0, high = IDEOGRAPH_COUNT;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (IDEOGRAPHS[2 * middle] < c) low = middle + 1; else high = middle;
  }
  bool found = low < IDEOGRAPH_COUNT && IDEOGRAPHS[2 * low] == c;
  return found ? IDEOGRAPHS[2 * low + 1] : (uint16_t)c;
}

// What the word lists have for a character: none, one or two units.
static uint32_t fold(int32_t c, uint16_t out[2]) {
  out[0] = (uint16_t)c;
  if (c < 0x80) {
    if (c >= 'A' && c <= 'Z') out[0] = (uint16_t)(c + 32);
    return 1;
  }
  if (c == 0xad || is_unprinted(c) || (c >= 0x300 && c <= 0x36f)) return 0;
  if (c >= 0xc0 && c < 0x180) {
    if (LATIN_BASE[c - 0xc0]) out[0] = LATIN_BASE[c - 0xc0];
    return 1;
  }
  if (c == 0x2019 || c == 0x2bc) { out[0] = '\''; return 1; }
  if (c == 0x2010 || c == 0x2011) { out[0] = '-'; return 1; }
  if (c >= 0x400 && c <= 0x45f) {
    if (c < 0x410) c += 0x50; else if (c < 0x430) c += 0x20;
    switch (c) {
      case 0x439: case 0x45d: c = 0x438; break;
      case 0x450: case 0x451: c = 0x435; break;
      case 0x453: c = 0x433; break;
      case 0x457: c = 0x456; break;
      case 0x45c: c = 0x43a; break;
      case 0x45e: c = 0x443; break;
    }
    out[0] = (uint16_t)c;
    return 1;
  }
  if (c >= 0x600 && c <= 0x6ff) {
    if ((c >= 0x610 && c <= 0x61a) || c == 0x640 || (c >= 0x64b && c <= 0x65f) || c == 0x670 ||
        (c >= 0x6d6 && c <= 0x6dc)) return 0;
    switch (c) {
      case 0x623: case 0x625: case 0x622: case 0x671: out[0] = 0x627; break;
      case 0x624: out[0] = 0x648; break;
      case 0x626: case 0x649: case 0x6cc: out[0] = 0x64a; break;
      case 0x6a9: out[0] = 0x643; break;
    }
    return 1;
  }
  if (c >= 0xfe70 && c <= 0xfefc) {
    const uint16_t *form = &ARABIC_FORMS[2 * (c - 0xfe70)];
    if (!form[0]) return 0;
    out[0] = form[0];
    out[1] = form[1];
    return form[1] ? 2 : 1;
  }
  if (is_ideograph(c) && c < 0x10000) out[0] = plain_ideograph(c);
  return 1;
}

static uint32_t line_end(Text *text, uint32_t at) {
  while (!is_break(text_at(text, at))) at++;
  return at;
}

// Where the line behind the one that ends at a place begins.
static uint32_t next_line(Text *text, uint32_t end) {
  int32_t c = text_at(text, end);
  if (c == END_OF_TEXT) return end;
  return end + (c == '\r' && text_at(text, end + 1) == '\n' ? 2 : 1);
}

static uint32_t skip_spaces(Text *text, uint32_t at, uint32_t end) {
  while (at < end && is_space(text_at(text, at))) at++;
  return at;
}

static uint32_t trim_end(Text *text, uint32_t start, uint32_t end) {
  while (end > start && is_space(text_at(text, end - 1))) end--;
  return end;
}

// The place of some ASCII letters, or the end.
static uint32_t find(Text *text, uint32_t at, uint32_t end, const char *letters) {
  for (; at < end && !text_ended(text, at); at++) {
    if (text_has(text, at, letters)) return at;
  }
  return end;
}

#endif
