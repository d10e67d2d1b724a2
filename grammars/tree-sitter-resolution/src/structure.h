// What part each block plays, as server/draft/src/structure.rs says it.
#ifndef RESOLUTION_STRUCTURE_H
#define RESOLUTION_STRUCTURE_H

#include "facts.h"

typedef enum {
  MASTHEAD, TITLE, ENACTING_LINE, PREAMBULAR, OPERATIVE, SUB_PARAGRAPH, HEADING, PART, ANNEX_HEADING, ANNEX_PARAGRAPH, NOTE,
  ADOPTION_LINE, FURNITURE, CONTINUATION, OTHER
} Kind;

typedef enum { IN_HEAD, IN_PREAMBLE, IN_OPERATIVE_PART, IN_ANNEX, CLOSED } State;

// Where in the text we are. All of it is kept from block to block.
typedef struct {
  uint8_t language, state, asterisk, preambular_count;
  // Whether the text has clauses at all; whether operative paragraphs are numbered `1)`.
  bool clauses, bracketed;
  bool after_heading, section_open, unfinished, plain_preamble;
  // Whether the series of numbers has an enacting line, an operative paragraph, one with a number; whether no paragraph of
  // it that has none belongs to the preamble any more.
  bool enacted, counted, numbered, settled;
  // How many blocks of the head are to come, and after how many the title is one of them.
  uint16_t head_left, title_left;
  int32_t last_number, nested;
} Place;

static void begin_series(Place *place) {
  place->enacted = place->counted = place->numbered = place->settled = false;
  place->preambular_count = 0;
}

// A block with what it says.
typedef struct {
  Block block;
  Facts facts;
} Read;

static bool read_next(Reader *reader, const Place *place, Read *read) {
  if (!next_block(reader, &read->block)) return false;
  Label *label = &read->block.label;
  if (place->bracketed && label->found && !label->numbered && label->number >= 0 &&
      plain_mark(text_at(reader->text, label->value)) != '(') {
    label->numbered = true;
  }
  read->facts = read_facts(reader, &read->block);
  return true;
}

static bool is_clause(const Facts *facts) { return facts->lead.preambular || facts->lead.operative; }

// Whether a block is an enacting line, by itself and by what follows it: one of the next four blocks is a clause, or is
// being typed.
static bool is_enacting(const Reader *reader, const Place *place, const Read *read) {
  if (read->facts.enacts == NO_ENACTING_LINE) return false;
  Reader ahead = *reader;
  Read next;
  for (int count = 0; count < 4; count++) {
    if (!read_next(&ahead, place, &next)) return count == 0 && read->facts.enacts == OF_A_BODY;
    if (is_clause(&next.facts)) return true;
    if (count == 0 && read->facts.enacts == OF_A_BODY) {
      Reader end = ahead;
      Block block;
      bool last = !next_block(&end, &block);
      bool begun = next.facts.words == 0 ||
                   (next.facts.words <= 3 && !next.facts.ended && next.facts.enacts == NO_ENACTING_LINE);
      if (last && begun) return true;
    }
  }
  return false;
}

static bool is_furniture(const Reader *reader, const Read *read) {
  const Block *block = &read->block;
  if (block->kind == HEADING_BLOCK || block->end - block->start > 60 || block->label.found) return false;
  uint32_t start = block->start, end = block->end;
  while (start < end && (is_emphasis_mark(text_at(reader->text, start)) || text_at(reader->text, start) == ' ')) start++;
  while (end > start && (is_emphasis_mark(text_at(reader->text, end - 1)) || text_at(reader->text, end - 1) == ' ')) end--;
  return read->facts.is_symbol ||
         (read->facts.words <= 1 && end - start < 20 && read->facts.has_digit && !read->facts.has_date);
}

static bool is_adoption(const Reader *reader, const Read *read) {
  if (read->facts.is_date) return true;
  if (read->facts.words > 14) return false;
  uint16_t line[LONGEST_LINE];
  uint32_t length = bare_line(reader->text, read->block.start, read->block.end, line);
  if (line_starts(line, length, reader->words->adoption)) return true;
  uint32_t counted = length && line[0] == 0x7b2c ? 1 : 0;
  bool numbered = counted < length && line[counted] >= '0' && line[counted] <= '9';
  return numbered && line_contains(line, length, reader->words->adoption);
}

static bool is_roman(const uint16_t *line, uint32_t length) {
  for (uint32_t at = 0; at < length; at++) {
    if (line[at] != 'i' && line[at] != 'v' && line[at] != 'x' && line[at] != 'l' && line[at] != 'c') return false;
  }
  return length > 0 && length <= 8;
}

// Whether the words of a heading begin with the noun for annexes.
static bool is_annex(const Language *words, const uint16_t *line, uint32_t length) {
  for (const uint16_t *noun = words->annex; noun[0]; noun += 1 + noun[0]) {
    if (!line_has_at(line, length, 0, noun)) continue;
    int32_t next = noun[0] < length ? line[noun[0]] : ' ';
    bool figures = true;
    for (uint32_t at = noun[0]; at < length; at++) figures &= is_chinese_figure(line[at]);
    if (is_space(next) || plain_mark(next) == ':' || figures) return true;
    // Figures that are written together with the noun end before white space.
    uint32_t at = noun[0];
    while (at < length && is_chinese_figure(line[at])) at++;
    if (at > noun[0] && at < length && (is_space(line[at]) || plain_mark(line[at]) == ':')) return true;
  }
  return false;
}

static Kind heading_kind(const Reader *reader, Place *place, const Read *read) {
  const Block *block = &read->block;
  bool heading = block->kind == HEADING_BLOCK;
  if (!heading && read->facts.words > 12) return OTHER;
  Text *text = reader->text;
  uint32_t start = block->content, end = uncalled(text, block->start, block->end);
  if (end < start) end = start;
  uint16_t line[LONGEST_LINE];
  uint32_t length = bare_line(text, start, end, line), words = 0;
  for (uint32_t at = 0; at < length; at++) words += !is_space(line[at]) && (at == 0 || is_space(line[at - 1]));
  if (!block->label.found && words <= (heading ? 12u : 3u) && is_annex(reader->words, line, length)) {
    place->state = IN_ANNEX;
    return ANNEX_HEADING;
  }
  while (start < end && (is_emphasis_mark(text_at(text, start)) || text_at(text, start) == ' ')) start++;
  int32_t letter = start < end ? as_latin(text_at(text, start)) : 0;
  bool part = (length == 1 && letter >= 'A' && letter <= 'Z') || line_is(line, length, reader->words->parts);
  if (part && place->state != IN_ANNEX && !block->label.found) {
    begin_series(place);
    place->last_number = 0;
    place->state = IN_PREAMBLE;
    return PART;
  }
  bool capital = start < end && is_upper(text_at(text, start));
  bool section = capital && is_roman(line, length) && !block->label.found;
  return heading || section ? HEADING : OTHER;
}

// Counts an operative paragraph; the number is -1 where it has none.
static void count_operative(Place *place, int32_t number) {
  bool goes_on = place->counted;
  if (place->section_open && goes_on && number <= 1) begin_series(place);
  place->section_open = false;
  place->counted = true;
  if (number >= 0) place->last_number = number;
}

static Kind numbered_kind(Place *place, const Read *read, int32_t number) {
  const Lead *lead = &read->facts.lead;
  bool verb = lead->operative || lead->preambular || lead->emphasised;
  bool opens_list = number == 1 && place->last_number > 0 && !place->after_heading;
  bool goes_on = place->nested >= 0 && number == place->nested + 1;
  if (!verb && (opens_list || goes_on)) {
    place->nested = number;
    return SUB_PARAGRAPH;
  }
  place->nested = -1;
  place->state = IN_OPERATIVE_PART;
  count_operative(place, number);
  return OPERATIVE;
}

static Kind unnumbered_kind(const Reader *reader, Place *place, const Read *read) {
  const Facts *facts = &read->facts;
  const Lead *lead = &facts->lead;
  bool comma = facts->closing == ',';
  bool stopped = facts->closing == '.' || (place->state == IN_OPERATIVE_PART && facts->closing == ';');
  bool misplaced = reader->words->verbs_alike && place->state == IN_PREAMBLE && comma;
  if (lead->operative && (!lead->preambular || stopped) && !misplaced) {
    place->state = IN_OPERATIVE_PART;
    count_operative(place, -1);
    return OPERATIVE;
  }
  if (lead->preambular || (lead->operative && misplaced)) return PREAMBULAR;
  if (lead->found) return lead->emphasised && place->state == IN_PREAMBLE && comma ? PREAMBULAR : OTHER;
  return place->state == IN_PREAMBLE && comma && facts->words > 8 ? PREAMBULAR : OTHER;
}

static Kind clause_kind(const Reader *reader, Place *place, const Read *read) {
  const Label *label = &read->block.label;
  const Facts *facts = &read->facts;
  if (place->state == IN_ANNEX) return ANNEX_PARAGRAPH;
  bool running = place->state == IN_PREAMBLE || place->state == IN_OPERATIVE_PART;
  if (label->found && label->numbered && running) {
    bool preambular = facts->lead.preambular && !(facts->lead.operative && place->plain_preamble);
    if (place->state == IN_PREAMBLE && preambular && facts->closing == ',') return PREAMBULAR;
    return numbered_kind(place, read, label->number);
  }
  if (label->found) return SUB_PARAGRAPH;
  if (place->state == CLOSED) return is_adoption(reader, read) ? ADOPTION_LINE : OTHER;
  if (place->unfinished && facts->goes_on) return CONTINUATION;
  if (place->state == IN_OPERATIVE_PART && is_adoption(reader, read)) {
    place->state = CLOSED;
    return ADOPTION_LINE;
  }
  return unnumbered_kind(reader, place, read);
}

static Kind kind_of(const Reader *reader, Place *place, const Read *read) {
  const Block *block = &read->block;
  if (read->facts.calls_asterisk && place->asterisk == 0) place->asterisk = 1;
  switch (block->kind) {
    case NOTE_BLOCK: return NOTE;
    case RULE_BLOCK: case COMMENT_BLOCK: return FURNITURE;
    case CODE_BLOCK: return OTHER;
    default: break;
  }
  if (place->asterisk == 1 && text_has(reader->text, block->start, "* ")) {
    place->asterisk = 2;
    return NOTE;
  }
  if (place->state == IN_HEAD) return MASTHEAD;
  if (is_furniture(reader, read)) return FURNITURE;
  if (!place->clauses) {
    if (block->kind == HEADING_BLOCK) return HEADING;
    return !block->label.found && place->unfinished && read->facts.goes_on ? CONTINUATION : OTHER;
  }
  if (is_enacting(reader, place, read)) {
    begin_series(place);
    place->enacted = true;
    place->last_number = 0;
    place->state = IN_PREAMBLE;
    return ENACTING_LINE;
  }
  Kind heading = heading_kind(reader, place, read);
  return heading == OTHER ? clause_kind(reader, place, read) : heading;
}

// What a block is by what stands before it alone.
static Kind first_kind(const Reader *reader, Place *place, const Read *read) {
  if (place->head_left == 0 && place->state == IN_HEAD) place->state = IN_PREAMBLE;
  bool title = place->head_left && place->title_left == 1;
  if (place->head_left) place->head_left--;
  if (place->title_left) place->title_left--;
  Kind kind = title ? TITLE : kind_of(reader, place, read);
  if (kind == HEADING) place->section_open = true;
  if (kind == ENACTING_LINE || kind == PART) place->plain_preamble = false;
  if (kind == PREAMBULAR) place->plain_preamble |= !read->block.label.found;
  place->after_heading = kind == HEADING || kind == PART || kind == ANNEX_HEADING || (place->after_heading && kind == NOTE);
  if (kind != NOTE && kind != FURNITURE) place->unfinished = !read->facts.ended && read->block.kind == TEXT_BLOCK;
  return kind;
}

// How many blocks are looked at behind one of which they tell what it is.
#define LOOK_AHEAD 200

// What a block that follows says to a question about one before it: nothing, or the answer.
typedef enum { GO_ON, NO, YES } Answer;
typedef Answer (*Question)(const Read *next, Kind kind, bool same_series);

// The answer of the first block that has one.
static Answer ask_ahead(const Reader *reader, const Place *place, Question question) {
  Reader ahead = *reader;
  Place then = *place;
  Read next;
  Answer answer = GO_ON;
  for (int count = 0; answer == GO_ON && count < LOOK_AHEAD && read_next(&ahead, &then, &next); count++) {
    // A series that begins anew has no operative paragraph yet.
    then.settled = true;
    Kind kind = first_kind(&ahead, &then, &next);
    answer = question(&next, kind, then.settled);
  }
  return answer;
}

// Whether the first operative paragraph with a number that follows in the same series is number 1.
static Answer is_first_number(const Read *next, Kind kind, bool same_series) {
  if (!same_series) return NO;
  if (kind != OPERATIVE || !next->block.label.found) return GO_ON;
  return next->block.label.number == 1 ? YES : NO;
}

// Whether the next clause, of those without a number that end in a comma, belongs to the preamble.
static Answer is_in_preamble(const Read *next, Kind kind, bool same_series) {
  (void)same_series;
  if (kind == NOTE || kind == FURNITURE) return GO_ON;
  if (kind == OPERATIVE && !next->block.label.found && next->facts.closing == ',') return GO_ON;
  return kind == PREAMBULAR ? YES : NO;
}

// Whether another clause follows in the same series.
static Answer is_another_clause(const Read *next, Kind kind, bool same_series) {
  (void)next;
  if (!same_series) return NO;
  return kind == OPERATIVE || kind == PREAMBULAR ? YES : GO_ON;
}

// What a block is.
static Kind label_block(const Reader *reader, Place *place, const Read *read) {
  Kind kind = first_kind(reader, place, read);
  bool labelled = read->block.label.found;
  if (kind == OPERATIVE && labelled) place->numbered = true;
  if (kind == OPERATIVE && !labelled) {
    if (!place->numbered && !place->settled) {
      if (ask_ahead(reader, place, is_first_number) == YES) kind = PREAMBULAR; else place->settled = true;
    }
    if (kind == OPERATIVE && read->facts.closing == ',' && ask_ahead(reader, place, is_in_preamble) == YES) kind = PREAMBULAR;
  } else if (kind == PREAMBULAR && read->facts.closing == '.' && read->facts.lead.found && place->enacted &&
             !place->counted && place->preambular_count >= 1 && ask_ahead(reader, place, is_another_clause) != YES) {
    kind = OPERATIVE;
  }
  if (kind == PREAMBULAR && place->preambular_count < 2) place->preambular_count++;
  return kind;
}

#endif
