// What must be known of the whole text before its first block is read: its language, whether it has clauses, where its head
// ends. As server/draft/src/detect.rs does.
#ifndef RESOLUTION_DOCUMENT_H
#define RESOLUTION_DOCUMENT_H

#include "structure.h"

// How many characters of a text are looked at for what it is.
#define PROBE 60000
// How many of them for its language.
#define SAMPLE 9000

static bool names_language(Text *text, uint32_t at, int *language) {
  for (int code = 0; code < LANGUAGE_COUNT; code++) {
    if (text_has(text, at, LANGUAGES[code].code)) {
      *language = code;
      return true;
    }
  }
  return false;
}

// The language that front matter or a comment names.
static bool language_said(Text *text, uint32_t end, int *language) {
  for (uint32_t at = 0; at < end && !text_ended(text, at); at++) {
    int32_t c = text_at(text, at);
    if (c != 'l' || !text_has(text, at, "lang")) continue;
    uint32_t after = at + (text_has(text, at, "language") ? 8 : 4);
    bool directive = text_at(text, after) == '=', front = text_at(text, after) == ':' && text_has(text, 0, "---") &&
                     (at == 0 || is_break(text_at(text, at - 1)));
    if (!directive && !front) continue;
    after++;
    while (text_at(text, after) == ' ' || text_at(text, after) == '"') after++;
    if (names_language(text, after, language)) return true;
  }
  return false;
}

// The language of a text by its words; -1 if it is none of ours.
static int detect_language(Text *text) {
  uint32_t counts[2][LANGUAGE_COUNT] = {0}, total = 0, latin = 0, cyrillic = 0, arabic = 0, chinese = 0, letters = 0;
  for (uint32_t at = 0; at < SAMPLE && !text_ended(text, at);) {
    int32_t c = text_at(text, at);
    uint32_t end = at + 1;
    if (is_ideograph(c) || is_letter(c)) {
      if (!is_ideograph(c)) end = word_end(text, at, at + 60);
      uint16_t units[LONGEST_WORD];
      uint32_t length = folded(text, at, end, units, LONGEST_WORD);
      total++;
      letters += end - at;
      if (c < 0x370) latin++;
      if (c >= 0x400 && c < 0x530) cyrillic += end - at;
      if (is_arabic(c)) arabic += end - at;
      if (is_ideograph(c)) chinese += end - at;
      uint32_t word = length ? find_word(units, length) : WORD_COUNT;
      for (int language = 0; word < WORD_COUNT && language < LANGUAGE_COUNT; language++) {
        if (at < SAMPLE / 4) counts[1][language] += WORD_LANGUAGES[word] >> language & 1;
        counts[0][language] += starting_with(&LANGUAGES[language].common, WORD_NUMBERS[word]) != NULL;
      }
    }
    at = end;
  }
  int best[2] = {0, 0};
  for (int round = 0; round < 2; round++) {
    for (int language = 1; language < LANGUAGE_COUNT; language++) {
      if (counts[round][language] > counts[round][best[round]]) best[round] = language;
    }
  }
  uint32_t second = 0, first = counts[0][best[0]];
  for (int language = 0; language < LANGUAGE_COUNT; language++) {
    if (language != best[0] && counts[0][language] > second) second = counts[0][language];
  }
  // A list of names in other letters tells nothing, unless there is little else.
  bool of_latin = best[0] < 3;
  uint32_t own = of_latin ? latin : total - latin, foreign = (total - own) / 4;
  uint32_t base = own > foreign ? own : foreign;
  bool enough = first && base && first * 1000 / base >= 80;
  if (enough && first >= 2 * second + 2) return best[0];
  if (total && counts[1][best[1]] * 1000 / total >= 400) return best[1];
  if (enough) return best[0];
  if (cyrillic * 4 > letters * 3) return 3;
  if (arabic * 4 > letters * 3) return 4;
  if (chinese * 4 > letters * 3) return 5;
  return -1;
}

// The end of front matter: lines between two lines `---` at the very start; 0 if there is none.
static uint32_t front_matter_end(Text *text) {
  uint32_t stop = line_end(text, 0);
  if (!text_has(text, 0, "---") || trim_end(text, 0, stop) != 3) return 0;
  uint32_t at = next_line(text, stop);
  for (int lines = 0; lines < 60 && !text_ended(text, at); lines++) {
    stop = line_end(text, at);
    uint32_t end = trim_end(text, at, stop);
    if (end - at == 3 && text_has(text, at, "---")) return end;
    int32_t c = text_at(text, at);
    bool keyed = end == at || c == ' ' || c == '-' || c == '#';
    for (uint32_t inside = at; !keyed && inside < end; inside++) keyed = text_at(text, inside) == ':';
    if (!keyed) return 0;
    at = next_line(text, stop);
  }
  return 0;
}

// Whether a line of the head is no title: what only names the organ or the session, or calls the text a draft; a clause.
static bool is_of_masthead(const Reader *reader, const Read *read) {
  if ((read->facts.lead.emphasised && is_clause(&read->facts)) || read->facts.is_body) return true;
  uint16_t line[LONGEST_LINE];
  uint32_t length = bare_line(reader->text, read->block.start, read->block.end, line);
  for (const uint16_t *draft = reader->words->draft; draft[0]; draft += 1 + draft[0]) {
    if (length >= draft[0] && line_has_at(line, length, length - draft[0], draft) && length > draft[0]) return true;
    if (line_has_at(line, length, 0, draft) && length - draft[0] <= 5) return true;
  }
  return false;
}

typedef struct {
  // The blocks, counted from 1, that are titles by their number, by their mark, by their words.
  uint32_t numbered, heading, words;
} Titles;

static void look_for_title(const Reader *reader, const Read *read, uint32_t count, Titles *titles) {
  const Block *block = &read->block;
  if (block->kind != TEXT_BLOCK && block->kind != HEADING_BLOCK) return;
  if (read->facts.numbered_title) titles->numbered = count;
  if (is_of_masthead(reader, read)) return;
  if (block->kind == HEADING_BLOCK) titles->heading = count;
  uint16_t line[LONGEST_LINE];
  uint32_t length = bare_line(reader->text, block->start, block->end, line);
  if (read->facts.words > 3 && !line_starts(line, length, reader->words->distribution) &&
      text_at(reader->text, block->start) != '[' && !line_contains(line, length, reader->words->adopted)) {
    titles->words = count;
  }
}

// What tells the kind of a text that has no enacting line.
typedef struct {
  uint32_t preambular, operative, numbered;
  bool cites, names_body, report, decision;
} Signs;

static void look_for_signs(const Reader *reader, const Read *read, uint32_t count, Signs *signs) {
  const Block *block = &read->block;
  const Facts *facts = &read->facts;
  signs->names_body |= facts->names_body;
  signs->numbered += block->label.found && block->label.numbered;
  uint32_t end = block->end;
  while (end > block->start && text_at(reader->text, end - 1) != ',' && text_at(reader->text, end - 1) != ';' &&
         text_at(reader->text, end - 1) != '.' && text_at(reader->text, end - 1) != ':') end--;
  int32_t mark = end > block->start ? text_at(reader->text, end - 1) : 0;
  if (facts->lead.found && (facts->lead.emphasised || mark == ',' || mark == ';')) {
    signs->preambular += facts->lead.preambular;
    signs->operative += facts->lead.operative && block->label.found;
  }
  if (block->kind != TEXT_BLOCK && block->kind != HEADING_BLOCK) return;
  tokenize(reader->text, reader->tokens, block->content, block->end, reader->language, false);
  for (uint32_t at = 0; at < reader->tokens->count; at++) {
    signs->names_body |= longest(&reader->words->bodies, reader->tokens, at) > 0;
    signs->cites |= number_end(reader->text, reader->words, reader->tokens, at) > 0;
  }
  if (count > 30 || block->end - block->start >= 120) return;
  uint16_t line[LONGEST_LINE];
  uint32_t length = bare_line(reader->text, block->start, block->end, line);
  signs->report |= !signs->decision && line_starts(line, length, reader->words->report);
  signs->decision |= !signs->report && line_is(line, length, reader->words->decision);
}

static bool has_clauses(const Signs *signs) {
  if (signs->report && signs->names_body) return false;
  if (signs->decision) return false;
  if (signs->preambular >= 2 || signs->operative >= 2) return true;
  return signs->preambular + signs->operative >= 1 && signs->cites;
}

// Reads the beginning of a text. `reader` is put behind front matter.
static void probe(Reader *reader, Place *place) {
  Text *text = reader->text;
  uint32_t front = front_matter_end(text);
  int language = -1;
  if (!language_said(text, front ? front : 4000, &language)) language = detect_language(text);
  reader->language = language < 0 ? 0 : language;
  reader->words = &LANGUAGES[reader->language];
  reader->interlined = is_interlined(text, PROBE);
  reader->at = front;
  *place = (Place){0};
  place->language = (uint8_t)reader->language;
  place->nested = -1;
  Reader ahead = *reader;
  Read read;
  Titles titles = {0};
  Signs signs = {0};
  uint32_t count = 0, enacting = 0, first_clause = 0;
  bool settled = false;
  bool bracketed = false;
  while (ahead.at < PROBE && read_next(&ahead, place, &read)) {
    count++;
    const Label *label = &read.block.label;
    if (!enacting) {
      if (is_enacting(&ahead, place, &read)) enacting = count;
      else {
        if (!first_clause && (label->found || read.facts.lead.preambular)) first_clause = count;
        look_for_signs(&ahead, &read, count, &signs);
      }
      if (!enacting && count < 0xffff && (!first_clause || count < 80)) look_for_title(&ahead, &read, count, &titles);
    }
    if (label->found && read.facts.lead.operative) {
      bool bracket = !label->numbered && label->number >= 0 && plain_mark(text_at(text, label->value)) != '(';
      if (label->numbered || (!bracketed && !(bracket && label->number == 1))) settled = true;
      if (label->numbered) bracketed = false;
      else if (!settled) bracketed = true;
    }
    if (enacting && settled) break;
  }
  place->clauses = language >= 0 && (enacting || has_clauses(&signs));
  place->bracketed = bracketed;
  uint32_t head_end = enacting ? enacting - 1 : !place->clauses ? 0 : first_clause ? first_clause - 1 : count;
  if (head_end > 0xffff) head_end = 0xffff;
  place->head_left = (uint16_t)head_end;
  uint32_t candidates[3] = {titles.numbered, titles.heading, titles.words};
  for (int index = 0; index < 3 && !place->title_left; index++) {
    if (candidates[index] && candidates[index] <= head_end) place->title_left = (uint16_t)candidates[index];
  }
  place->state = head_end > 0 || (place->clauses && enacting) ? IN_HEAD : IN_PREAMBLE;
}

#endif
