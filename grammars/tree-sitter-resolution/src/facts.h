// What a block says by itself, as server/draft/src/facts.rs has it.
#ifndef RESOLUTION_FACTS_H
#define RESOLUTION_FACTS_H

#include "blocks.h"
#include "mentions.h"

typedef enum { NO_ENACTING_LINE, OF_A_BODY, OF_SOMEBODY } Enacting;

typedef struct {
  Lead lead;
  Enacting enacts;
  // The body of an enacting line.
  uint32_t body_start, body_end;
  uint32_t words;
  // The mark at its end.
  int32_t closing;
  bool ended;
  // Whether it begins with a small letter, and so goes on with what stood before.
  bool goes_on;
  // Whether it is a date and nothing else, or has one.
  bool is_date, has_date;
  // Whether it is the symbol of a document and nothing else.
  bool is_symbol;
  bool has_digit;
  // Whether it begins with the number of a resolution, as a title does.
  bool numbered_title;
  // Whether it names a body, and little else.
  bool names_body, is_body;
  bool calls_asterisk;
} Facts;

// The end of a text without the calls of notes behind it.
static uint32_t uncalled(Text *text, uint32_t start, uint32_t end) {
  for (;;) {
    uint32_t trimmed = trim_end(text, start, end), open = trimmed;
    if (open <= start) return end;
    int32_t last = text_at(text, open - 1);
    if (last == ']') {
      while (open > start && trimmed - open < 44 && !(text_at(text, open) == '[' && text_at(text, open + 1) == '^')) open--;
    } else if (last == '>') {
      while (open > start && trimmed - open < 20 && !text_has(text, open, "<sup>")) open--;
    } else if (is_raised_digit(last)) {
      while (open > start && is_raised_digit(text_at(text, open - 1))) open--;
    } else if (last == '*' && open - start >= 2 && text_at(text, open - 2) == '\\') {
      open -= 2;
    } else {
      return end;
    }
    if (open <= start || call_end(text, open, trimmed, start) != trimmed) return end;
    end = open;
  }
}

// Whether the letters of a stretch end with those of the name of a body, white space aside: conversions lose some of it.
static bool body_of_letters(Text *text, const Language *words, uint32_t start, uint32_t end, bool articled) {
  uint16_t letters[240], name[240];
  uint32_t length = 0;
  for (uint32_t at = start; at < end; at++) {
    int32_t c = text_at(text, at);
    uint16_t units[2];
    if (!is_letter(c) && !is_ideograph(c)) continue;
    uint32_t count = fold(c, units);
    if (length + count > 240) return false;
    for (uint32_t unit = 0; unit < count; unit++) letters[length++] = units[unit];
  }
  for (const uint16_t *phrase = words->bodies.phrases; phrase[0]; phrase += 2 + phrase[0]) {
    uint32_t named = 0;
    for (uint32_t word = 0; word < phrase[0]; word++) {
      uint32_t index = 0;
      while (index < WORD_COUNT && WORD_NUMBERS[index] != phrase[2 + word]) index++;
      for (uint32_t at = WORD_STARTS[index]; at < WORD_STARTS[index + 1] && named < 240; at++) {
        if (WORD_LETTERS[at] != '\'' && WORD_LETTERS[at] != '-') name[named++] = WORD_LETTERS[at];
      }
    }
    if (named > length || (!articled && length - named > 3)) continue;
    if (memcmp(name, letters + length - named, named * sizeof(uint16_t)) == 0) return true;
  }
  return false;
}

static void find_enacting(Text *text, const Language *words, const Block *block, const Tokens *tokens, Facts *facts) {
  if (block->kind != TEXT_BLOCK || block->label.found || !tokens->count || tokens->count > 40) return;
  uint32_t article = longest(&words->articles, tokens, 0), body = longest(&words->bodies, tokens, article);
  uint32_t after = article + body;
  bool closes = after == tokens->count || (after + 1 == tokens->count && tokens->list[after].kind == MARK &&
                                           strchr(",:;.-", (char)tokens->list[after].value) != NULL) ||
                (after + 1 == tokens->count && (mark_at(tokens, after, 0x2013) || mark_at(tokens, after, 0x2014)));
  if (body && closes && (article || after < tokens->count)) {
    facts->enacts = OF_A_BODY;
    facts->body_start = tokens->list[article].start;
    facts->body_end = tokens->list[after - 1].end;
    return;
  }
  const Lead *lead = &facts->lead;
  uint32_t body_end = block->end;
  while (body_end > block->start && (is_space(text_at(text, body_end - 1)) || plain_mark(text_at(text, body_end - 1)) == ',' ||
                                     plain_mark(text_at(text, body_end - 1)) == ':')) body_end--;
  bool articled = article || !words->articles.count;
  if (!lead->emphasised || lead->outer_start != block->content || lead->outer_end < body_end) return;
  facts->body_start = article < tokens->count ? tokens->list[article].start : lead->start;
  facts->body_end = trim_end(text, facts->body_start, lead->end);
  while (facts->body_end > facts->body_start && plain_mark(text_at(text, facts->body_end - 1)) == ',') facts->body_end--;
  uint32_t last = block->end;
  while (last > block->start && is_emphasis_mark(text_at(text, last - 1))) last--;
  if (body_of_letters(text, words, lead->start, lead->end, articled)) {
    facts->enacts = OF_A_BODY;
  } else if (articled && last > block->start && plain_mark(text_at(text, last - 1)) == ',') {
    facts->enacts = OF_SOMEBODY;
  }
}

static Facts read_facts(const Reader *reader, const Block *block) {
  Text *text = reader->text;
  const Language *words = reader->words;
  Tokens *tokens = reader->tokens;
  Facts facts = {0};
  if (block->kind != TEXT_BLOCK && block->kind != HEADING_BLOCK && block->kind != NOTE_BLOCK) {
    facts.ended = true;
    return facts;
  }
  uint32_t end = uncalled(text, block->start, block->end);
  facts.closing = closing_mark(text, block->start, end);
  facts.ended = ends_clause(text, block->start, end);
  uint32_t from = block->label.found && block->label.emphasised ? block->start : block->content;
  tokenize(text, tokens, block->content, block->end, reader->language, false);
  for (uint32_t at = 0; at < tokens->count; at++) facts.words += tokens->list[at].kind == WORD;
  facts.lead = find_lead(text, words, tokens, from, block->content, block->end);
  facts.goes_on = is_lower(text_at(text, block->content)) && (words->verbs_capital || !facts.lead.found);
  find_enacting(text, words, block, tokens, &facts);
  facts.calls_asterisk = text_at(text, block->end - 1) == '*' && block->end - block->start > 2 &&
                         !is_space(text_at(text, block->end - 2)) && text_at(text, block->start) != '*';
  if (block->end - block->start > 400) return facts;
  // What only lines of a masthead and of the end of a text are asked for.
  for (uint32_t at = 0; at < tokens->count; at++) {
    const Token *token = &tokens->list[at];
    facts.has_digit |= token->kind == FIGURES;
    uint32_t date = date_end(words, tokens, at), body = longest(&words->bodies, tokens, at);
    if (date && !facts.has_date) {
      uint32_t length = tokens->list[date - 1].end - token->start;
      facts.has_date = true;
      facts.is_date = length + 4 >= block->end - block->start;
    }
    if (body) {
      uint32_t length = tokens->list[at + body - 1].end - token->start;
      facts.names_body = true;
      facts.is_body |= length + 14 >= block->end - block->start;
    }
    uint32_t symbol = symbol_end(text, tokens, at, block->end);
    if (symbol && at == 0) facts.is_symbol = symbol >= trim_end(text, block->start, block->end);
  }
  uint32_t number = number_end(text, words, tokens, 0);
  facts.numbered_title = number && (number == tokens->count || mark_at(tokens, number, '.') || mark_at(tokens, number, '-') ||
                                    mark_at(tokens, number - 1, '.'));
  return facts;
}

// How many units of a line are compared with the words of the lists.
#define LONGEST_LINE 160

// A line without marks around it, as the lists have it.
static uint32_t bare_line(Text *text, uint32_t start, uint32_t end, uint16_t *line) {
  while (start < end && (is_space(text_at(text, start)) || is_emphasis_mark(text_at(text, start)) ||
                         text_at(text, start) == '#' || text_at(text, start) == '[')) start++;
  while (end > start && (is_space(text_at(text, end - 1)) || is_emphasis_mark(text_at(text, end - 1)) ||
                         text_at(text, end - 1) == '#')) end--;
  uint32_t length = 0;
  for (uint32_t at = start; at < end && length + 2 <= LONGEST_LINE; at++) {
    uint16_t units[2];
    uint32_t count = fold(text_at(text, at), units);
    for (uint32_t unit = 0; unit < count; unit++) line[length++] = units[unit];
  }
  return length;
}

static bool line_has_at(const uint16_t *line, uint32_t length, uint32_t at, const uint16_t *words) {
  return at + words[0] <= length && memcmp(line + at, words + 1, words[0] * sizeof(uint16_t)) == 0;
}

static bool line_starts(const uint16_t *line, uint32_t length, const uint16_t *list) {
  for (; list[0]; list += 1 + list[0]) {
    if (line_has_at(line, length, 0, list)) return true;
  }
  return false;
}

static bool line_contains(const uint16_t *line, uint32_t length, const uint16_t *list) {
  for (; list[0]; list += 1 + list[0]) {
    for (uint32_t at = 0; at + list[0] <= length; at++) {
      if (line_has_at(line, length, at, list)) return true;
    }
  }
  return false;
}

static bool line_is(const uint16_t *line, uint32_t length, const uint16_t *list) {
  for (; list[0]; list += 1 + list[0]) {
    if (list[0] == length && line_has_at(line, length, 0, list)) return true;
  }
  return false;
}

#endif
