// Dates, symbols and numbers of resolutions among tokens. Each function gives the token behind what it finds, 0 for nothing.
#ifndef RESOLUTION_MENTIONS_H
#define RESOLUTION_MENTIONS_H

#include "tokens.h"

static const Token *token_at(const Tokens *tokens, uint32_t at) {
  return at < tokens->count ? &tokens->list[at] : NULL;
}

static bool figures_at(const Tokens *tokens, uint32_t at, int32_t least, int32_t most) {
  const Token *token = token_at(tokens, at);
  return token && token->kind == FIGURES && token->value >= least && token->value <= most;
}

// Whether a token stands together with the one before it.
static bool glued(const Tokens *tokens, uint32_t at) { return at > 0 && at < tokens->count && !tokens->list[at].gap; }

static bool year_at(const Tokens *tokens, uint32_t at) {
  return figures_at(tokens, at, 1900, 2199) && tokens->list[at].end - tokens->list[at].start >= 4;
}

static uint32_t month_end(const Language *words, const Tokens *tokens, uint32_t at) {
  uint32_t length = longest(&words->months, tokens, at);
  if (!length) return 0;
  uint32_t end = at + length;
  if (mark_at(tokens, end, '/')) {
    uint32_t second = longest(&words->months, tokens, end + 1);
    if (second) end += 1 + second;
  }
  return end;
}

// Figures or the words for them.
static uint32_t counted_end(const Language *words, const Tokens *tokens, uint32_t at) {
  if (figures_at(tokens, at, 1, 9999)) return at + 1;
  uint32_t end = at;
  while (end - at < 5 && longest(&words->figures, tokens, end)) end++;
  return end > at ? end : 0;
}

// 2010年12月21日: the units stand in the order year, month, day, whatever their numbers.
static uint32_t unit_date_end(const Language *words, const Tokens *tokens, uint32_t at) {
  uint32_t end = at, parts = 0;
  for (; parts < 3; parts++) {
    uint32_t number = counted_end(words, tokens, end);
    if (!number || !longest(&words->units, tokens, number)) break;
    end = number + 1;
  }
  return parts >= 2 ? end : 0;
}

static uint32_t skip_particle(const Language *words, const Tokens *tokens, uint32_t at) {
  return at + longest(&words->particles, tokens, at);
}

// Behind a year and what belongs to it: `2010 года`, `2010 г.`.
static uint32_t year_end(const Language *words, const Tokens *tokens, uint32_t at) {
  if (!year_at(tokens, at)) return 0;
  uint32_t ending = longest(&words->year_endings, tokens, at + 1), end = at + 1 + ending;
  bool abbreviated = ending && tokens->list[end - 1].end - tokens->list[end - 1].start <= 2;
  return abbreviated && mark_at(tokens, end, '.') && glued(tokens, end) ? end + 1 : end;
}

static uint32_t date_end(const Language *words, const Tokens *tokens, uint32_t at) {
  if (words->units.count) {
    return unit_date_end(words, tokens, at);
  }
  if (year_at(tokens, at) && mark_at(tokens, at + 1, '-') && figures_at(tokens, at + 2, 1, 12) &&
      mark_at(tokens, at + 3, '-') && figures_at(tokens, at + 4, 1, 31) && glued(tokens, at + 1) && glued(tokens, at + 4)) {
    return at + 5;
  }
  uint32_t month;
  if (figures_at(tokens, at, 1, 31)) {
    uint32_t day = at + 1;
    if (glued(tokens, day)) day += longest(&words->ordinals, tokens, day);
    month = month_end(words, tokens, skip_particle(words, tokens, day));
    if (!month) return 0;
    return year_end(words, tokens, skip_particle(words, tokens, month));
  }
  month = month_end(words, tokens, at);
  bool dated = month && figures_at(tokens, month, 1, 31) && mark_at(tokens, month + 1, ',') && year_at(tokens, month + 2);
  return dated ? month + 3 : 0;
}

static bool is_symbol_char(int32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '/' || c == '.' || c == '-' ||
         c == 0x2011;
}

// The end of the symbol that begins at a token, as a place in the text: `A/HRC/17/26`, `A/CONF.157/24 (Part I)`.
static uint32_t symbol_end(Text *text, const Tokens *tokens, uint32_t at, uint32_t end) {
  const Token *first = token_at(tokens, at);
  if (!first || first->kind != WORD || !mark_at(tokens, at + 1, '/') || !glued(tokens, at + 1)) return 0;
  if (first->end - first->start > 12 || (at > 0 && glued(tokens, at) && mark_at(tokens, at - 1, '/'))) return 0;
  for (uint32_t c = first->start; c < first->end; c++) {
    if (as_latin(text_at(text, c)) < 'A' || as_latin(text_at(text, c)) > 'Z') return 0;
  }
  uint32_t close = first->end;
  bool counted = false;
  while (close < end && is_symbol_char(text_at(text, close))) {
    counted |= digit_value(text_at(text, close)) >= 0;
    close++;
  }
  while (close > first->end && !(digit_value(text_at(text, close - 1)) >= 0 || is_letter(text_at(text, close - 1)))) close--;
  // The year or session of an adopted text stands in brackets.
  if (close < end && text_at(text, close) == '(') {
    uint32_t bracket = close + 1;
    while (bracket < end && bracket < close + 9 && is_symbol_char(text_at(text, bracket))) bracket++;
    if (bracket < end && bracket > close + 1 && text_at(text, bracket) == ')') close = bracket + 1;
  }
  return counted ? close : 0;
}

static bool is_roman_word(Text *text, const Token *token) {
  for (uint32_t at = token->start; at < token->end; at++) {
    int32_t c = as_latin(text_at(text, at));
    if (c != 'I' && c != 'V' && c != 'X' && c != 'L' && c != 'C') return false;
  }
  return true;
}

// Whether a token is a word of so many letters at most.
static bool is_short_word(const Tokens *tokens, uint32_t at, uint32_t most) {
  const Token *token = token_at(tokens, at);
  return token && token->kind == WORD && token->end - token->start <= most;
}

// The year or session in brackets behind the number of a resolution: `(2000)`, `(XXV)`, `(د-21)`.
static uint32_t bracket_end(Text *text, const Tokens *tokens, uint32_t at) {
  if (!mark_at(tokens, at, '(')) return 0;
  uint32_t inside = at + 1, end = inside + 1;
  bool session = is_short_word(tokens, inside, 4) || (token_at(tokens, inside) && token_at(tokens, inside)->kind == WORD &&
                                                      is_roman_word(text, token_at(tokens, inside)));
  if (session && mark_at(tokens, end, '-') && figures_at(tokens, end + 1, 1, 99)) end += 2;
  return (session || year_at(tokens, inside)) && mark_at(tokens, end, ')') ? end + 1 : 0;
}

// `65/230 A`, `66/253 ألف`, `S-8/1`, `1325 (2000)`, `2625 (XXV)`, `217 A (III)`.
static uint32_t number_end(Text *text, const Language *words, const Tokens *tokens, uint32_t at) {
  uint32_t first = at;
  const Token *token = token_at(tokens, at);
  if (!token) return 0;
  bool letters = is_short_word(tokens, at, 3) && (is_upper(text_at(text, token->start)) || is_arabic(text_at(text, token->start)));
  if (letters && mark_at(tokens, at + 1, '-') && glued(tokens, at + 1) && glued(tokens, at + 2)) first = at + 2;
  if (!figures_at(tokens, first, 1, 99999)) return 0;
  uint32_t end = 0;
  if (mark_at(tokens, first + 1, '/') && glued(tokens, first + 1)) {
    uint32_t second = first + 2;
    if (is_short_word(tokens, second, 4) && mark_at(tokens, second + 1, '/')) second += 2;
    if (figures_at(tokens, second, 1, 9999) && glued(tokens, second)) end = second + 1;
  } else if (first == at) {
    end = bracket_end(text, tokens, first + 1);
    if (!end && is_short_word(tokens, first + 1, 4)) end = bracket_end(text, tokens, first + 2);
  }
  // The letter of a part, or its name.
  uint32_t named = end ? longest(&words->part_letters, tokens, end) : 0;
  if (named && tokens->list[end].gap) return end + named;
  bool lettered = end && is_short_word(tokens, end, 1) && tokens->list[end].gap;
  int32_t letter = lettered ? as_latin(text_at(text, tokens->list[end].start)) : 0;
  return letter >= 'A' && letter <= 'Z' ? end + 1 : end;
}

#endif
