// What the scanner is to give next. Whatever needs a look ahead is planned where a token of no length stands, and given piece
// by piece after it.
#ifndef RESOLUTION_PLAN_H
#define RESOLUTION_PLAN_H

#include "structure.h"

// In the order of `externals` in grammar.js.
typedef enum {
  DOCUMENT_START,
  MASTHEAD_START,
  MASTHEAD_LINE_START,
  TITLE_START,
  ENACTING_LINE_START,
  PREAMBULAR_PARAGRAPH_START,
  OPERATIVE_PARAGRAPH_START,
  SUB_PARAGRAPH_START,
  PARAGRAPH_START,
  SECTION_START,
  HEADING_START,
  PART_START,
  ANNEX_START,
  NOTE_DEFINITION_START,
  ADOPTION_LINE_START,
  RUNNING_HEAD_START,
  BLOCK_END,
  CLOSE,
  GAP,
  MORE,
  TEXT,
  CITATION_START,
  CITATION_END,
  FRONT_MATTER,
  THEMATIC_BREAK_TOKEN,
  COMMENT_TOKEN,
  DIRECTIVE_TOKEN,
  CODE_BLOCK_TOKEN,
  HEADING_MARKER,
  NUMBER,
  LABEL,
  NOTE_LABEL,
  EMPHASIS_MARKER,
  VERB,
  BODY,
  CITATION_NUMBER,
  DATE,
  SYMBOL,
  NOTE_CALL,
  TOKEN_COUNT
} TokenType;

// A token to be given: how many characters are skipped before it, and how many it has.
typedef struct {
  uint8_t type;
  uint32_t skip, length;
} Step;

// How many tokens are planned at a time.
#define MOST_STEPS 40
// So many may be needed for what stands before the text of a paragraph, or belongs to one citation.
#define SPARE_STEPS 24
// How many parts may lie within one another.
#define MOST_OPEN 16

typedef struct {
  // What is open: the parts of the document, from the outside in.
  uint8_t open[MOST_OPEN];
  uint8_t open_count;
  Step steps[MOST_STEPS + SPARE_STEPS];
  uint8_t step_count, step_at;
  // Where planning goes on in the text: how many characters of the paragraph are left, and whether a list of citations does.
  uint32_t left;
  bool listing;
  // How far the plan reaches, as a place in the text that is looked at.
  uint32_t at;
} Plan;

static void add_step(Plan *plan, TokenType type, uint32_t start, uint32_t end) {
  if (plan->step_count == MOST_STEPS + SPARE_STEPS) return;
  plan->steps[plan->step_count++] = (Step){(uint8_t)type, start - plan->at, end - start};
  plan->at = end;
}

// A token without length, where the plan stands.
static void add_mark(Plan *plan, TokenType type) { add_step(plan, type, plan->at, plan->at); }

// Running text, without the white space around it.
static void add_text(Plan *plan, Text *text, uint32_t start, uint32_t end) {
  start = skip_spaces(text, start, end);
  end = trim_end(text, start, end);
  if (start < end) add_step(plan, TEXT, start, end);
}

static uint32_t start_of(const Tokens *tokens, uint32_t at) { return tokens->list[at].start; }
static uint32_t end_before(const Tokens *tokens, uint32_t at) { return tokens->list[at - 1].end; }

// The token behind the number of a resolution, with the marks that Chinese has around it; `from` is where its figures are.
static uint32_t marked_number_end(Text *text, const Language *words, const Tokens *tokens, uint32_t at, uint32_t *from,
                                  uint32_t *to) {
  bool marks = words->number_marks.count > 0;
  *from = marks ? at + longest(&words->number_marks, tokens, at) : at;
  *to = number_end(text, words, tokens, *from);
  if (!*to) return 0;
  return marks ? *to + longest(&words->number_marks, tokens, *to) : *to;
}

// The length of the name of a body, in full or short.
static uint32_t body_length(const Language *words, const Tokens *tokens, uint32_t at) {
  uint32_t length = longest(&words->bodies, tokens, at);
  return length ? length : longest(&words->short_bodies, tokens, at);
}

// What may stand between the number of a resolution and what is said of it: a comma, a preposition, the body, the date.
static uint32_t plan_after_number(Plan *plan, Text *text, const Language *words, const Tokens *tokens, uint32_t at) {
  bool dated = false, attributed = false;
  for (;;) {
    uint32_t next = mark_at(tokens, at, ',') ? at + 1 : at;
    uint32_t connector = longest(&words->date_connectors, tokens, next), date = 0, date_at = next + connector;
    if (connector && !dated) date = date_end(words, tokens, date_at);
    uint32_t preposition = longest(&words->body_connectors, tokens, next), body_at = next + preposition;
    uint32_t body = preposition ? body_length(words, tokens, body_at) : longest(&words->body_genitives, tokens, body_at);
    if (date) {
      add_text(plan, text, plan->at, start_of(tokens, date_at));
      add_step(plan, DATE, start_of(tokens, date_at), end_before(tokens, date));
      dated = true;
      at = date;
    } else if (body && !attributed) {
      add_text(plan, text, plan->at, start_of(tokens, body_at));
      add_step(plan, BODY, start_of(tokens, body_at), end_before(tokens, body_at + body));
      attributed = true;
      at = body_at + body;
    } else {
      return at;
    }
  }
}

// Plans the citation that begins at a token, and what is listed with it; the token behind it, 0 if none begins there.
static uint32_t plan_citation(Plan *plan, Text *text, const Language *words, const Tokens *tokens, uint32_t at,
                              bool listed) {
  uint32_t body = 0, noun = at, number_at, from, to;
  uint32_t first = body_length(words, tokens, at);
  if (first) {
    body = at;
    noun = at + first;
  }
  uint32_t noun_length = longest(&words->nouns, tokens, noun);
  uint32_t inner_body = 0, inner_length = 0;
  number_at = noun + noun_length;
  if (noun_length && !first) {
    inner_body = number_at + longest(&words->body_connectors, tokens, number_at);
    inner_length = body_length(words, tokens, inner_body);
    if (inner_length) number_at = inner_body + inner_length;
  }
  uint32_t after = marked_number_end(text, words, tokens, number_at, &from, &to);
  if (!after) return 0;
  // In Chinese the noun stands behind the number; what a list goes on with has none.
  uint32_t noun_behind = longest(&words->nouns, tokens, after);
  bool cited = noun_length || (words->number_marks.count && (noun_behind || from > number_at || listed)) ||
               (!words->number_marks.count && listed && !first);
  // What has a date behind it is cited, however far behind its noun it stands.
  uint32_t said = mark_at(tokens, after, ',') ? after + 1 : after, connector = longest(&words->date_connectors, tokens, said);
  cited |= !first && connector && mark_at(tokens, from + 1, '/') && date_end(words, tokens, said + connector);
  if (!cited) return 0;
  add_text(plan, text, plan->at, start_of(tokens, at));
  plan->steps[plan->step_count++] = (Step){CITATION_START, start_of(tokens, at) - plan->at, 0};
  plan->at = start_of(tokens, at);
  if (first) add_step(plan, BODY, start_of(tokens, body), end_before(tokens, noun));
  if (inner_length) {
    add_text(plan, text, plan->at, start_of(tokens, inner_body));
    add_step(plan, BODY, start_of(tokens, inner_body), end_before(tokens, inner_body + inner_length));
  }
  add_text(plan, text, plan->at, start_of(tokens, from));
  add_step(plan, CITATION_NUMBER, start_of(tokens, from), end_before(tokens, to));
  uint32_t end = after + (words->number_marks.count ? noun_behind : 0);
  if (end > to) add_text(plan, text, plan->at, end_before(tokens, end));
  end = plan_after_number(plan, text, words, tokens, end);
  add_mark(plan, CITATION_END);
  return end;
}

// How many words and marks may stand between two items of a list of citations.
#define LIST_GAP 8

// How many characters of a paragraph are planned at a time.
#define WINDOW 6000

// Plans the text of a paragraph from where the plan stands to `end`.
static void plan_text(Plan *plan, const Reader *reader, uint32_t end) {
  Text *text = reader->text;
  Tokens *tokens = reader->tokens;
  const Language *words = reader->words;
  uint32_t begin = plan->at, stop = end - begin > WINDOW ? begin + WINDOW : end;
  // What is planned later goes on between two words.
  while (stop < end && !is_space(text_at(text, stop)) && stop < begin + 2 * WINDOW) stop++;
  tokenize(text, tokens, begin, stop, reader->language, true);
  uint32_t at = 0, listed_until = plan->listing ? LIST_GAP : 0;
  while (at < tokens->count && plan->step_count < MOST_STEPS) {
    const Token *token = &tokens->list[at];
    if (token->kind == CALL || token->kind == REMARK) {
      bool directive = token->kind == REMARK &&
                       text_has(text, skip_spaces(text, token->start + 4, token->end), "rapporteur:");
      add_text(plan, text, plan->at, token->start);
      add_step(plan, token->kind == CALL ? NOTE_CALL : directive ? DIRECTIVE_TOKEN : COMMENT_TOKEN, token->start, token->end);
      at++;
      continue;
    }
    bool may_begin = token->kind == FIGURES || (token->kind == WORD && (token->value || is_upper(text_at(text, token->start))));
    if (!may_begin || token->start < plan->at) {
      at++;
      continue;
    }
    uint32_t next = plan_citation(plan, text, words, tokens, at, at <= listed_until && listed_until);
    if (next) {
      at = next;
      // A list of numbers goes on behind a comma or a word.
      listed_until = next + LIST_GAP;
      continue;
    }
    uint32_t symbol = symbol_end(text, tokens, at, stop), date = symbol ? 0 : date_end(words, tokens, at);
    if (symbol) {
      add_text(plan, text, plan->at, token->start);
      add_step(plan, SYMBOL, token->start, symbol);
      while (at < tokens->count && start_of(tokens, at) < symbol) at++;
    } else if (date) {
      add_text(plan, text, plan->at, token->start);
      add_step(plan, DATE, token->start, end_before(tokens, date));
      at = date;
      listed_until = 0;
    } else {
      at++;
    }
  }
  if (at < tokens->count) stop = plan->at;
  if (stop > plan->at) add_text(plan, text, plan->at, stop);
  if (skip_spaces(text, plan->at, end) < end) {
    plan->left = end - plan->at;
    plan->listing = listed_until && at <= listed_until;
    add_mark(plan, MORE);
  } else {
    plan->left = 0;
    plan->listing = false;
    add_mark(plan, BLOCK_END);
  }
}

// Parts that may be open; a section is `OPEN_SECTION` and its level.
enum { OPEN_MASTHEAD = 1, OPEN_PARAGRAPH, OPEN_PART, OPEN_ANNEX, OPEN_SECTION };

// The level of a heading that has no mark.
#define PLAIN_LEVEL 7

static void close_part(Plan *plan) {
  plan->open_count--;
  add_mark(plan, CLOSE);
}

static uint8_t innermost(const Plan *plan) { return plan->open_count ? plan->open[plan->open_count - 1] : 0; }

// How many blocks are looked at behind notes and page numbers that may interrupt a paragraph.
#define INTERRUPTION 12

// Whether a block belongs to the paragraph that stands open before it: its sub-paragraphs do, what goes on with it, and notes
// and page numbers in the middle of these.
static bool belongs_to_paragraph(Kind kind, const Reader *reader, const Place *place) {
  Reader ahead = *reader;
  Place then = *place;
  Read next;
  for (int count = 0; kind == NOTE || kind == FURNITURE; count++) {
    if (count == INTERRUPTION || !read_next(&ahead, &then, &next)) return false;
    kind = label_block(&ahead, &then, &next);
  }
  return kind == SUB_PARAGRAPH || kind == CONTINUATION;
}

// Closes what ends before a block.
static void plan_closes(Plan *plan, Kind kind, const Read *read, const Reader *reader, const Place *place, bool in_head) {
  if (innermost(plan) == OPEN_PARAGRAPH && !belongs_to_paragraph(kind, reader, place)) close_part(plan);
  if (innermost(plan) == OPEN_MASTHEAD && !in_head) close_part(plan);
  if (kind == HEADING) {
    uint32_t level = read->block.kind == HEADING_BLOCK ? read->block.level : PLAIN_LEVEL;
    while (innermost(plan) >= OPEN_SECTION + level) close_part(plan);
  } else if (kind == ADOPTION_LINE) {
    // It speaks of the whole text, not of its last section.
    while (innermost(plan) >= OPEN_SECTION) close_part(plan);
  } else if (kind == PART || kind == ANNEX_HEADING) {
    while (plan->open_count) close_part(plan);
  }
}

// Opens a block: goes to its first character.
static void begin_block(Plan *plan, TokenType type, uint32_t start) { add_step(plan, type, start, start); }

static void plan_verb(Plan *plan, const Lead *lead) {
  if (lead->outer_start < plan->at) {
    // The emphasis has opened before the number.
    add_step(plan, VERB, lead->start, lead->end);
  } else {
    if (lead->outer_start < lead->start && lead->emphasised) {
      uint32_t marks = lead->start;
      add_step(plan, EMPHASIS_MARKER, lead->outer_start, marks);
    }
    add_step(plan, VERB, lead->start, lead->end);
  }
  if (lead->outer_end > lead->end) add_step(plan, EMPHASIS_MARKER, lead->end, lead->outer_end);
}

// How long the emphasised words may be that are taken for a verb, in characters.
#define LONGEST_VERB 90

// Plans the label of a paragraph and the verb behind it.
static void plan_head(Plan *plan, Text *text, const Read *read, TokenType label_type, bool with_verb) {
  const Label *label = &read->block.label;
  if (label->found) {
    if (label->value > label->start) {
      uint32_t marks = label->start;
      while (is_unprinted(text_at(text, marks))) marks++;
      if (label->value > marks) add_step(plan, EMPHASIS_MARKER, marks, label->value);
    }
    uint32_t printed = label->end;
    while (printed > label->value && is_emphasis_mark(text_at(text, printed - 1))) printed--;
    add_step(plan, label_type, label->value, printed);
    if (label->end > printed) add_step(plan, EMPHASIS_MARKER, printed, label->end);
  }
  const Lead *lead = &read->facts.lead;
  bool verb = with_verb && lead->found && lead->end - lead->start <= LONGEST_VERB && lead->start >= plan->at;
  if (verb) plan_verb(plan, lead);
}

static void plan_enacting_line(Plan *plan, Text *text, const Read *read) {
  const Facts *facts = &read->facts;
  add_text(plan, text, read->block.start, facts->body_start);
  if (facts->body_end > facts->body_start) add_step(plan, BODY, facts->body_start, facts->body_end);
  add_text(plan, text, plan->at, read->block.end);
  add_mark(plan, BLOCK_END);
}

static void plan_leaf(Plan *plan, Text *text, const Block *block) {
  TokenType type = THEMATIC_BREAK_TOKEN;
  if (block->kind == CODE_BLOCK) type = CODE_BLOCK_TOKEN;
  if (block->kind == COMMENT_BLOCK) {
    bool directive = text_has(text, skip_spaces(text, block->start + 4, block->end), "rapporteur:");
    type = directive ? DIRECTIVE_TOKEN : COMMENT_TOKEN;
  }
  add_step(plan, type, block->start, block->end);
  add_mark(plan, BLOCK_END);
}

// Opens a part of the document with its heading.
static void begin_part(Plan *plan, TokenType part, uint8_t open, uint32_t start) {
  begin_block(plan, part, start);
  plan->open[plan->open_count++] = open;
  add_mark(plan, HEADING_START);
}

// Plans the start of a block, with which its kind is said.
static void plan_start(Plan *plan, const Block *block, Kind kind) {
  static const uint8_t starts[] = {
    [MASTHEAD] = MASTHEAD_LINE_START, [TITLE] = TITLE_START, [ENACTING_LINE] = ENACTING_LINE_START,
    [PREAMBULAR] = PREAMBULAR_PARAGRAPH_START, [OPERATIVE] = OPERATIVE_PARAGRAPH_START,
    [SUB_PARAGRAPH] = SUB_PARAGRAPH_START, [ANNEX_PARAGRAPH] = PARAGRAPH_START, [NOTE] = NOTE_DEFINITION_START,
    [ADOPTION_LINE] = ADOPTION_LINE_START, [FURNITURE] = RUNNING_HEAD_START, [CONTINUATION] = PARAGRAPH_START,
    [OTHER] = PARAGRAPH_START, [HEADING] = PARAGRAPH_START, [PART] = PARAGRAPH_START, [ANNEX_HEADING] = PARAGRAPH_START,
  };
  bool room = plan->open_count + 2 < MOST_OPEN;
  if (room && kind == HEADING) {
    uint32_t level = block->kind == HEADING_BLOCK ? block->level : PLAIN_LEVEL;
    begin_part(plan, SECTION_START, (uint8_t)(OPEN_SECTION + level), block->start);
  } else if (room && kind == PART) {
    begin_part(plan, PART_START, OPEN_PART, block->start);
  } else if (room && kind == ANNEX_HEADING) {
    begin_part(plan, ANNEX_START, OPEN_ANNEX, block->start);
  } else {
    begin_block(plan, starts[kind], block->start);
    if (kind == PREAMBULAR || kind == OPERATIVE) plan->open[plan->open_count++] = OPEN_PARAGRAPH;
  }
}

// Forgets the steps that have been given; the text is looked at from here on.
static void begin_plan(Plan *plan) {
  plan->step_count = plan->step_at = 0;
  plan->at = 0;
}

// Plans how the last block ends and the next one starts, or the end of the document. `reader` is behind the next block only
// where all of it is planned.
static void plan_next(Plan *plan, Reader *reader, Place *place) {
  Reader ahead = *reader;
  Read read;
  begin_plan(plan);
  if (!read_next(&ahead, place, &read)) {
    while (plan->open_count) close_part(plan);
    add_mark(plan, GAP);
    return;
  }
  bool in_head = place->head_left > 0;
  Kind kind = label_block(&ahead, place, &read);
  plan_closes(plan, kind, &read, &ahead, place, in_head);
  const Block *block = &read.block;
  add_step(plan, GAP, plan->at, block->start);
  if (in_head && innermost(plan) != OPEN_MASTHEAD) {
    begin_block(plan, MASTHEAD_START, block->start);
    plan->open[plan->open_count++] = OPEN_MASTHEAD;
  }
  if (block->kind == RULE_BLOCK || block->kind == COMMENT_BLOCK || block->kind == CODE_BLOCK) {
    plan_leaf(plan, reader->text, block);
    *reader = ahead;
  } else {
    plan_start(plan, block, kind);
  }
}

static bool starts_block(TokenType type) { return type > MASTHEAD_START && type < BLOCK_END; }

// Plans what stands in the block whose start has been given. It is read once more for that: were it planned together with its
// start, the state before it would change with each letter in it, and the parser could not tell that nothing else has.
static void plan_inside(Plan *plan, Reader *reader, const Place *place, TokenType start) {
  Text *text = reader->text;
  Read read;
  begin_plan(plan);
  if (!read_next(reader, place, &read)) return;
  const Block *block = &read.block;
  switch (start) {
    case PREAMBULAR_PARAGRAPH_START:
    case OPERATIVE_PARAGRAPH_START: plan_head(plan, text, &read, NUMBER, true); break;
    case ENACTING_LINE_START: plan_enacting_line(plan, text, &read); return;
    case HEADING_START:
    case TITLE_START:
    case MASTHEAD_LINE_START:
      if (block->level) add_step(plan, HEADING_MARKER, block->start, block->start + block->level);
      break;
    case NOTE_DEFINITION_START:
      add_step(plan, NOTE_LABEL, block->start, block->note_end ? block->note_end : block->start + 1);
      break;
    default: plan_head(plan, text, &read, block->label.numbered ? NUMBER : LABEL, false);
  }
  plan_text(plan, reader, block->end);
}

#endif
