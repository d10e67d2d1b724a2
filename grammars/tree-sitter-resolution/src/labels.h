// What a line begins with: a rule, a heading mark, the label of a paragraph or of a note, as server/draft/src/lines.rs has it.
#ifndef RESOLUTION_LABELS_H
#define RESOLUTION_LABELS_H

#include "text.h"

typedef struct {
  bool found, numbered, ended, emphasised;
  // From the marks of emphasis on; where the text of the paragraph begins.
  uint32_t start, value, end, content;
  // The number, -1 if it is none.
  int32_t number;
} Label;

static bool is_emphasis_mark(int32_t c) { return c == '*' || c == '_'; }

static bool is_rule(Text *text, uint32_t start, uint32_t end) {
  uint32_t marks = 0;
  for (uint32_t at = start; at < end; at++) {
    int32_t c = text_at(text, at);
    // A dash counts for its three bytes.
    if (c == 0x2014 || c == 0x2013 || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2015) marks += 3;
    else if (c == '-' || c == '*' || c == '_') marks++;
    else if (c != ' ') return false;
  }
  return marks >= 3;
}

// The level of a heading, 0 if the line is none; `content` is where its text begins.
static uint32_t heading_level(Text *text, uint32_t start, uint32_t end, uint32_t *content) {
  uint32_t at = start;
  while (at < end && text_at(text, at) == '#') at++;
  uint32_t level = at - start;
  if (level < 1 || level > 6 || (at < end && text_at(text, at) != ' ' && text_at(text, at) != '\t')) return 0;
  *content = skip_spaces(text, at, end);
  return level;
}

// Where the digits of a label end, at most three; 0 if there are none or more.
static uint32_t label_digits(Text *text, uint32_t at, uint32_t end, int32_t *number) {
  uint32_t digit = at;
  *number = 0;
  for (; digit < end && digit_value(text_at(text, digit)) >= 0; digit++) {
    if (digit - at >= 3) return 0;
    *number = *number * 10 + digit_value(text_at(text, digit));
  }
  return digit > at ? digit : 0;
}

#define LONGEST_BESIDE 10

static const int32_t BESIDE[][LONGEST_BESIDE] = {
  {' ', 'b', 'i', 's'}, {' ', 't', 'e', 'r'}, {' ', 'q', 'u', 'a', 't', 'e', 'r'},
  {' ', 'q', 'u', 'i', 'n', 'q', 'u', 'i', 'e', 's'},
  {' ', 0x645, 0x643, 0x631, 0x631, 0x627}, {' ', 0x645, 0x643, 0x631, 0x631}, {' ', 0x645, 0x643, 0x631},
};

// The length of what makes a label that was put in between two others: `5 bis`.
static uint32_t beside_length(Text *text, uint32_t at, uint32_t end) {
  for (uint32_t suffix = 0; suffix < sizeof BESIDE / sizeof *BESIDE; suffix++) {
    uint32_t length = 0;
    while (length < LONGEST_BESIDE && BESIDE[suffix][length]) {
      int32_t c = at + length < end ? text_at(text, at + length) : 0;
      if (c != BESIDE[suffix][length] && !(length == 0 && c == 0xa0)) break;
      length++;
    }
    if (length == LONGEST_BESIDE || !BESIDE[suffix][length]) return length;
  }
  return 0;
}

static bool is_blank(int32_t c) { return c == ' ' || c == 0xa0; }

// `3.`, `5 bis.`, `3 -`.
static uint32_t number_label(Text *text, uint32_t at, uint32_t end, Label *label) {
  uint32_t digits = label_digits(text, at, end, &label->number);
  if (!digits) return 0;
  uint32_t suffix = beside_length(text, digits, end), stop = digits + suffix;
  if (suffix) label->number = -1;
  label->numbered = label->ended = true;
  if (stop < end && text_at(text, stop) == '\\') stop++;
  if (stop < end && (text_at(text, stop) == '.' || text_at(text, stop) == 0xff0e)) return stop + 1;
  uint32_t dash = stop;
  while (dash < end && is_blank(text_at(text, dash))) dash++;
  int32_t mark = dash < end ? text_at(text, dash) : 0;
  if (mark == '-' || mark == 0x2013 || mark == 0x2011 || mark == 0x2010) {
    uint32_t next = dash + 1;
    while (next < end && is_blank(text_at(text, next))) next++;
    if (next > dash + 1 && !(next < end && digit_value(text_at(text, next)) >= 0)) return dash + 1;
  }
  // The full stop may be forgotten: `5 *Encourages* …`.
  if (!suffix && stop < end && is_blank(text_at(text, stop)) &&
      text_at(text, skip_spaces(text, stop, end)) == '*' && skip_spaces(text, stop, end) < end) {
    label->ended = false;
    return digits;
  }
  return 0;
}

static bool is_quote(int32_t c) { return c == 0x2019 || c == 0x2018 || c == '\''; }

static bool is_chinese_figure(int32_t c) {
  switch (c) {
    case 0x4e00: case 0x4e8c: case 0x4e09: case 0x56db: case 0x4e94: case 0x516d: case 0x4e03: case 0x516b: case 0x4e5d:
    case 0x5341: return true;
    default: return false;
  }
}

// `(a)`, `iv)`, `(a bis)`, `(1)`, `’1‘`, `（二十一）`, `㈠`.
static uint32_t letter_label(Text *text, uint32_t at, uint32_t end, Label *label) {
  int32_t c = text_at(text, at);
  label->numbered = false;
  label->ended = true;
  label->number = -1;
  if (c >= 0x3220 && c <= 0x3229) return at + 1;
  if (is_quote(c)) {
    uint32_t digits = label_digits(text, at + 1, end, &label->number);
    return digits && digits < end && is_quote(text_at(text, digits)) ? digits + 1 : 0;
  }
  uint32_t value = c == '(' || c == 0xff08 ? at + 1 : at, close = value;
  while (close < end && close - value <= 18 && text_at(text, close) != ')' && text_at(text, close) != 0xff09) close++;
  if (close >= end || close == value || close - value > 18) return 0;
  int32_t number;
  uint32_t digits = label_digits(text, value, close, &number);
  if (digits == close) {
    label->number = number;
    return close + 1;
  }
  uint32_t plain = close;
  for (uint32_t suffix = value + 1; suffix < close; suffix++) {
    uint32_t length = beside_length(text, suffix, close);
    if (length && suffix + length == close) plain = suffix;
  }
  bool letters = plain - value <= 2, figures = true, small = true, large = true;
  for (uint32_t inside = value; inside < close; inside++) {
    int32_t letter = text_at(text, inside);
    letters &= inside >= plain || is_letter(letter) || is_ideograph(letter);
    figures &= is_chinese_figure(letter);
    small &= letter == 'i' || letter == 'v' || letter == 'x' || letter == 'l';
    large &= letter == 'I' || letter == 'V' || letter == 'X' || letter == 'L';
  }
  return letters || figures || small || large ? close + 1 : 0;
}

// `a.` and `iv.`.
static uint32_t stopped_letter(Text *text, uint32_t at, uint32_t end, Label *label) {
  uint32_t stop = at;
  bool roman = true;
  while (stop < end && stop - at <= 5 && text_at(text, stop) != '.') {
    int32_t c = text_at(text, stop++);
    roman &= c == 'i' || c == 'v' || c == 'x';
  }
  if (stop >= end || stop == at || stop - at > 5) return 0;
  label->numbered = false;
  label->ended = true;
  label->number = -1;
  return roman || (stop - at == 1 && is_lower(text_at(text, at))) ? stop + 1 : 0;
}

static Label read_label(Text *text, uint32_t line, uint32_t end) {
  Label label = {0};
  uint32_t start = line;
  while (start < end && (is_space(text_at(text, start)) || is_unprinted(text_at(text, start)))) start++;
  uint32_t value = start;
  while (value < end && is_emphasis_mark(text_at(text, value))) value++;
  if (value >= end) return label;
  uint32_t printed = number_label(text, value, end, &label);
  if (!printed) printed = letter_label(text, value, end, &label);
  if (!printed) printed = stopped_letter(text, value, end, &label);
  if (!printed) return label;
  uint32_t closing = printed;
  while (closing < end && is_emphasis_mark(text_at(text, closing))) closing++;
  bool closed = value > start && closing - printed == value - start;
  label.end = closed ? closing : printed;
  label.content = skip_spaces(text, label.end, end);
  uint32_t after = label.end;
  while (after < end && is_emphasis_mark(text_at(text, after))) after++;
  label.found = label.content > label.end || label.end >= end || (after < end && is_ideograph(text_at(text, after)));
  label.emphasised = value > start && !closed;
  label.start = start;
  label.value = value;
  return label;
}

// Where the label of a note ends at the start of a line; 0 if there is none. `plain` says that notes are expected.
static uint32_t note_label(Text *text, uint32_t start, uint32_t end, bool plain) {
  int32_t c = text_at(text, start);
  if (c == '[' && text_at(text, start + 1) == '^') {
    uint32_t close = start + 2;
    while (close < end && close <= start + 42 && text_at(text, close) != ']') close++;
    if (close >= end || close == start + 2 || text_at(text, close) != ']') return 0;
    return close + (close + 1 < end && text_at(text, close + 1) == ':' ? 2 : 1);
  }
  if (text_has(text, start, "<sup>")) {
    uint32_t inside = start + 5;
    while (inside < end && text_at(text, inside) == '\\') inside++;
    uint32_t close = inside;
    while (close < end && close - inside < 4) {
      int32_t letter = text_at(text, close);
      if (!(letter >= '0' && letter <= '9') && !(letter >= 'a' && letter <= 'z') && letter != '*') break;
      close++;
    }
    bool asterisk = text_at(text, inside) == '*';
    bool sized = close > inside && close - inside <= (asterisk ? 1 : 3);
    return sized && text_has(text, close, "</sup>") ? close + 6 : 0;
  }
  uint32_t close = start;
  if (is_raised_digit(c)) {
    while (close < end && is_raised_digit(text_at(text, close))) close++;
    return close;
  }
  if (c == '\\' && text_at(text, start + 1) == '*') {
    while (close < end && (text_at(text, close) == '\\' || text_at(text, close) == '*')) close++;
    return close;
  }
  while (close < end && text_at(text, close) >= '0' && text_at(text, close) <= '9') close++;
  uint32_t after = skip_spaces(text, close, end);
  int32_t next = after < end ? text_at(text, after) : 0;
  return plain && close > start && close - start <= 3 && after > close && (is_upper(next) || next == '*') ? close : 0;
}

#endif
