// Cuts visible text into words, numbers and marks, as server/draft/src/token.rs does.
#ifndef RESOLUTION_TOKENS_H
#define RESOLUTION_TOKENS_H

#include <string.h>

#include "text.h"

typedef enum { WORD, FIGURES, MARK, CALL, REMARK } TokenKind;

typedef struct {
  uint32_t start, end;
  // The number of the word (0 if it is not known), the value of the figures, or the mark.
  int32_t value;
  TokenKind kind;
  // Whether white space stands before it.
  bool gap;
} Token;

typedef struct {
  Token *list;
  uint32_t count, capacity;
} Tokens;

// No word stands here.
#define NO_WORD (-1)

static int32_t word_at(const Tokens *tokens, uint32_t at) {
  return at < tokens->count && tokens->list[at].kind == WORD ? tokens->list[at].value : NO_WORD;
}

static bool mark_at(const Tokens *tokens, uint32_t at, int32_t mark) {
  return at < tokens->count && tokens->list[at].kind == MARK && tokens->list[at].value == mark;
}

static void add_token(Tokens *tokens, uint32_t start, uint32_t end, TokenKind kind, int32_t value, bool gap) {
  if (tokens->count == tokens->capacity) {
    tokens->capacity = tokens->capacity ? tokens->capacity * 2 : 256;
    tokens->list = ts_realloc(tokens->list, tokens->capacity * sizeof(Token));
  }
  tokens->list[tokens->count++] = (Token){start, end, value, kind, gap};
}

// The length of the longest word that the lists have, and then some.
#define LONGEST_WORD 32

static int compare_word(const uint16_t *letters, uint32_t length, uint32_t index) {
  uint32_t start = WORD_STARTS[index], known = (uint32_t)WORD_STARTS[index + 1] - start;
  for (uint32_t at = 0; at < length && at < known; at++) {
    if (letters[at] != WORD_LETTERS[start + at]) return letters[at] < WORD_LETTERS[start + at] ? -1 : 1;
  }
  return length == known ? 0 : length < known ? -1 : 1;
}

// The place of a word in the table, WORD_COUNT if it is not there.
static uint32_t find_word(const uint16_t *letters, uint32_t length) {
  uint32_t low = 0, high = WORD_COUNT;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    int order = compare_word(letters, length, middle);
    if (order == 0) return middle;
    if (order < 0) high = middle; else low = middle + 1;
  }
  return WORD_COUNT;
}

// The number of a word in a language, 0 if it does not know it.
static int32_t known_word(const uint16_t *letters, uint32_t length, int language) {
  uint32_t at = find_word(letters, length);
  return at < WORD_COUNT && WORD_LANGUAGES[at] >> language & 1 ? WORD_NUMBERS[at] : 0;
}

// The letters of a stretch as the lists have them; 0 if they are too many for any list.
static uint32_t folded(Text *text, uint32_t start, uint32_t end, uint16_t *out, uint32_t room) {
  uint32_t length = 0;
  for (uint32_t at = start; at < end; at++) {
    uint16_t units[2];
    uint32_t count = fold(text_at(text, at), units);
    if (length + count > room) return 0;
    for (uint32_t unit = 0; unit < count; unit++) out[length++] = units[unit];
  }
  return length;
}

static uint32_t word_end(Text *text, uint32_t start, uint32_t end) {
  bool arabic = is_arabic(text_at(text, start));
  uint32_t last = start + 1;
  for (uint32_t at = start; at < end; at++) {
    int32_t c = text_at(text, at);
    bool letter = is_letter(c);
    if (letter && is_arabic(c) != arabic) break;
    bool joins = !letter && (c == '-' || c == 0x2010 || c == 0x2011 || c == 0xad) && at + 1 < end &&
                 is_letter(text_at(text, at + 1));
    if (letter || joins) {
      last = at + 1;
    } else if (!is_unprinted(c)) {
      if (c == '\'' || c == 0x2019 || c == 0x2bc) {
        bool elided = last - start <= 2 || (last - start >= 2 && (text_at(text, last - 2) | 32) == 'q' &&
                                            (text_at(text, last - 1) | 32) == 'u');
        if (elided) last = at + 1;
      }
      break;
    }
  }
  return last;
}

// The Arabic letters that are words of their own where they are written together with the next one.
static bool is_prefix(uint16_t letter) {
  return letter == 0x648 || letter == 0x641 || letter == 0x628 || letter == 0x643 || letter == 0x644;
}

static void add_word(Text *text, Tokens *tokens, uint32_t start, uint32_t end, bool gap, int language) {
  uint16_t letters[LONGEST_WORD + 2];
  uint32_t length = folded(text, start, end, letters + 1, LONGEST_WORD);
  int32_t number = length ? known_word(letters + 1, length, language) : 0;
  if (number || !length || !is_arabic(text_at(text, start))) {
    add_token(tokens, start, end, WORD, number, gap);
    return;
  }
  // `وبالقرار`: up to three letters come off.
  uint32_t from = start, starts[4] = {start};
  for (uint32_t taken = 1; taken <= 3 && taken < length; taken++) {
    uint16_t letter = letters[taken], units[2];
    if (!is_prefix(letter)) break;
    do from++; while (from < end && fold(text_at(text, from), units) == 0);
    starts[taken] = from;
    const uint16_t *rest = letters + 1 + taken;
    uint32_t left = length - taken;
    // The article has lost its first letter behind `ل`: للجمعية.
    uint16_t kept = letters[taken];
    letters[taken] = 0x627;
    number = letter == 0x644 && rest[0] == 0x644 ? known_word(rest - 1, left + 1, language) : 0;
    letters[taken] = kept;
    if (!number) number = known_word(rest, left, language);
    if (number) {
      for (uint32_t at = 0; at < taken; at++) {
        int32_t own = known_word(letters + 1 + at, 1, language);
        add_token(tokens, starts[at], starts[at + 1], WORD, own, gap && at == 0);
      }
      add_token(tokens, from, end, WORD, number, false);
      return;
    }
  }
  add_token(tokens, start, end, WORD, 0, gap);
}

// Where the tag, comment or autolink ends that begins with `<` at a place; the place itself if none does.
static uint32_t tag_end(Text *text, uint32_t at, uint32_t end) {
  if (text_has(text, at, "<!--")) {
    uint32_t close = find(text, at, end, "-->");
    return close < end ? close + 3 : at;
  }
  int32_t next = text_at(text, at + 1);
  if (next != '/' && !(next >= 'a' && next <= 'z') && !(next >= 'A' && next <= 'Z')) return at;
  for (uint32_t close = at + 1; close < end && close < at + 200; close++) {
    int32_t c = text_at(text, close);
    if (c == '>') return close + 1;
    if (c == '<' || is_break(c)) return at;
  }
  return at;
}

// Where the call of a note ends that begins at a place; the place itself if none does.
static uint32_t call_end(Text *text, uint32_t at, uint32_t end, uint32_t from) {
  int32_t c = text_at(text, at);
  if (c == '[' && text_at(text, at + 1) == '^') {
    for (uint32_t close = at + 2; close < end && close < at + 44; close++) {
      int32_t inside = text_at(text, close);
      if (inside == ']') return close > at + 2 ? close + 1 : at;
      if (is_space(inside)) return at;
    }
    return at;
  }
  if (c == '<' && text_has(text, at, "<sup>")) {
    uint32_t close = at + 5;
    while (close < end && digit_value(text_at(text, close)) >= 0) close++;
    if (close == at + 5) {
      if (text_at(text, close) == '\\') close++;
      int32_t mark = text_at(text, close);
      if (mark == '*' || (mark >= 'a' && mark <= 'z' && digit_value(text_at(text, at - (at > from))) < 0)) close++;
    }
    return close > at + 5 && text_has(text, close, "</sup>") ? close + 6 : at;
  }
  if (is_raised_digit(c) && at > from && !is_space(text_at(text, at - 1))) {
    int32_t before = text_at(text, at - 1);
    bool unit = before == 'm' && (at - from < 2 || !is_letter(text_at(text, at - 2)) ||
                                  ((text_at(text, at - 2) == 'k' || text_at(text, at - 2) == 'c') &&
                                   (at - from < 3 || !is_letter(text_at(text, at - 3)))));
    uint32_t close = at;
    while (close < end && is_raised_digit(text_at(text, close))) close++;
    return unit || is_letter(text_at(text, close)) ? at : close;
  }
  if (c == '\\' && text_at(text, at + 1) == '*' && at > from && !is_space(text_at(text, at - 1))) return at + 2;
  return at;
}

// Cuts the visible text between two places. `notes` says whether calls of notes and comments are tokens, or nothing.
static void tokenize(Text *text, Tokens *tokens, uint32_t start, uint32_t end, int language, bool notes) {
  tokens->count = 0;
  bool gap = true;
  uint32_t at = start;
  while (at < end) {
    int32_t c = text_at(text, at);
    if (c == END_OF_TEXT) return;
    uint32_t next = call_end(text, at, end, start);
    if (next > at) {
      if (notes) add_token(tokens, at, next, CALL, 0, gap);
      gap = false;
    } else if (c == '<' && (next = tag_end(text, at, end)) > at) {
      bool comment = text_at(text, at + 1) == '!';
      if (comment && notes) add_token(tokens, at, next, REMARK, 0, gap);
      gap |= comment;
    } else if (is_ideograph(c)) {
      uint16_t units[2];
      uint32_t length = fold(c, units);
      next = at + 1;
      add_token(tokens, at, next, WORD, c < 0x10000 ? known_word(units, length, language) : 0, gap);
      gap = false;
    } else if (is_letter(c)) {
      next = word_end(text, at, end);
      add_word(text, tokens, at, next, gap, language);
      gap = false;
    } else if (digit_value(c) >= 0) {
      int32_t value = 0;
      next = at;
      for (uint32_t digit = at; digit < end; digit++) {
        int32_t one = digit_value(text_at(text, digit));
        if (one >= 0) {
          value = value > 99999999 ? value : value * 10 + one;
          next = digit + 1;
        } else if (!is_unprinted(text_at(text, digit))) break;
      }
      add_token(tokens, at, next, FIGURES, value, gap);
      gap = false;
    } else {
      next = at + 1;
      if (is_space(c) || c == 0x200b) {
        gap = true;
      } else if (c == ']' && text_at(text, next) == '(') {
        // The target of a link is not printed.
        uint32_t close = next;
        int depth = 0;
        while (close < end && close < at + 2000 && !is_break(text_at(text, close))) {
          int32_t inside = text_at(text, close);
          depth += (inside == '(') - (inside == ')');
          close++;
          if (depth == 0) break;
        }
        if (depth == 0) next = close;
      } else if (c == '`') {
        uint32_t close = next;
        while (close < end && text_at(text, close) != '`') close++;
        if (close < end) next = close + 1;
        gap = true;
      } else if (!is_unprinted(c) && c != '*' && c != '_' && c != '\\' && !is_raised_digit(c)) {
        add_token(tokens, at, next, MARK, plain_mark(c), gap);
        gap = false;
      }
    }
    at = next;
  }
}

// The longest phrase of a list that begins at a token: how many words it has, 0 if there is none. `meaning` must be among
// the bits of the phrase, if it is given.
static uint32_t longest(const Phrases *list, const Tokens *tokens, uint32_t at) {
  int32_t first = word_at(tokens, at);
  if (first <= 0) return 0;
  uint32_t low = 0, high = list->count;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (list->index[2 * middle] < first) low = middle + 1; else high = middle;
  }
  if (low == list->count || list->index[2 * low] != first) return 0;
  for (const uint16_t *phrase = list->phrases + list->index[2 * low + 1]; phrase[0] && phrase[2] == first;
       phrase += 2 + phrase[0]) {
    uint32_t same = 1;
    while (same < phrase[0] && word_at(tokens, at + same) == phrase[2 + same]) same++;
    if (same == phrase[0]) return same;
  }
  return 0;
}

// The first phrase of a list that begins with a word; NULL if none does.
static const uint16_t *starting_with(const Phrases *list, int32_t first) {
  uint32_t low = 0, high = list->count;
  if (first <= 0) return NULL;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (list->index[2 * middle] < first) low = middle + 1; else high = middle;
  }
  return low < list->count && list->index[2 * low] == first ? list->phrases + list->index[2 * low + 1] : NULL;
}

#endif
