// The scanner of draft resolutions. It reads the text as the language server does (server/draft/src), block by block, and
// tells the parser what each block is and what stands in it; the grammar only says how these lie within one another.
//
// Every decision is made where a token of no length stands, with a look ahead as far as it takes: at the start of the
// document, at the end of each block, where the kind of the next one is decided, at its start, and within a long paragraph.
// What is decided is planned as a row of tokens (plan.h) and is part of the state, which the parser keeps with each token. So
// an edit is read anew from the last decision that looked at what has changed, up to where the state is what it was before.

#include "document.h"
#include "plan.h"

typedef struct {
  Place place;
  Plan plan;
  int32_t last_number;
  bool started, interlined, after_rule;
  // Room for what is read ahead; no part of the state.
  Text text;
  Tokens tokens;
} Scanner;

static Reader reader_of(Scanner *scanner, TSLexer *lexer) {
  scanner->text.lexer = lexer;
  scanner->text.length = 0;
  return (Reader){
    .text = &scanner->text,
    .words = &LANGUAGES[scanner->place.language],
    .tokens = &scanner->tokens,
    .language = scanner->place.language,
    .last_number = scanner->last_number,
    .interlined = scanner->interlined,
    .after_rule = scanner->after_rule,
  };
}

static void keep(Scanner *scanner, const Reader *reader) {
  scanner->last_number = reader->last_number;
  scanner->interlined = reader->interlined;
  scanner->after_rule = reader->after_rule;
}

static bool start_document(Scanner *scanner, TSLexer *lexer) {
  lexer->mark_end(lexer);
  lexer->result_symbol = DOCUMENT_START;
  scanner->started = true;
  Reader reader = reader_of(scanner, lexer);
  probe(&reader, &scanner->place);
  uint32_t front = reader.at;
  if (front) {
    begin_plan(&scanner->plan);
    add_step(&scanner->plan, FRONT_MATTER, 0, front);
    add_mark(&scanner->plan, BLOCK_END);
  } else {
    plan_next(&scanner->plan, &reader, &scanner->place);
  }
  keep(scanner, &reader);
  return true;
}

// Plans what follows a token that was the last one planned.
static void plan_on(Scanner *scanner, TSLexer *lexer, TokenType last) {
  Reader reader = reader_of(scanner, lexer);
  Plan *plan = &scanner->plan;
  if (last == MORE) {
    begin_plan(plan);
    plan_text(plan, &reader, plan->left);
  } else if (last == BLOCK_END) {
    plan_next(plan, &reader, &scanner->place);
  } else if (starts_block(last)) {
    plan_inside(plan, &reader, &scanner->place, last);
  }
  keep(scanner, &reader);
}

bool tree_sitter_resolution_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid_symbols) {
  Scanner *scanner = payload;
  Plan *plan = &scanner->plan;
  if (!scanner->started) return valid_symbols[DOCUMENT_START] && start_document(scanner, lexer);
  if (plan->step_at == plan->step_count) return false;
  Step step = plan->steps[plan->step_at];
  if (!valid_symbols[step.type]) return false;
  plan->step_at++;
  for (uint32_t count = 0; count < step.skip && !lexer->eof(lexer); count++) lexer->advance(lexer, true);
  for (uint32_t count = 0; count < step.length && !lexer->eof(lexer); count++) lexer->advance(lexer, false);
  lexer->mark_end(lexer);
  lexer->result_symbol = step.type;
  if (plan->step_at == plan->step_count) plan_on(scanner, lexer, step.type);
  return true;
}

void *tree_sitter_resolution_external_scanner_create(void) {
  Scanner *scanner = ts_calloc(1, sizeof(Scanner));
  scanner->place.nested = -1;
  return scanner;
}

void tree_sitter_resolution_external_scanner_destroy(void *payload) {
  Scanner *scanner = payload;
  ts_free(scanner->text.chars);
  ts_free(scanner->tokens.list);
  ts_free(scanner);
}

// Seven bits in each byte, the last one without the eighth.
static unsigned put(char *buffer, unsigned at, uint32_t value) {
  for (; value >= 0x80; value >>= 7) buffer[at++] = (char)(value | 0x80);
  buffer[at++] = (char)value;
  return at;
}

static uint32_t get(const char *buffer, unsigned *at) {
  uint32_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    uint8_t byte = (uint8_t)buffer[(*at)++];
    value |= (uint32_t)(byte & 0x7f) << shift;
    if (!(byte & 0x80)) return value;
  }
}

unsigned tree_sitter_resolution_external_scanner_serialize(void *payload, char *buffer) {
  const Scanner *scanner = payload;
  const Place *place = &scanner->place;
  const Plan *plan = &scanner->plan;
  if (!scanner->started) return 0;
  unsigned at = 0;
  buffer[at++] = (char)(place->language | place->state << 4);
  buffer[at++] = (char)(place->asterisk | place->preambular_count << 2 | place->clauses << 4 | place->bracketed << 5 |
                        scanner->interlined << 6 | scanner->after_rule << 7);
  buffer[at++] = (char)(place->after_heading | place->section_open << 1 | place->unfinished << 2 |
                        place->plain_preamble << 3 | place->enacted << 4 | place->counted << 5 | place->numbered << 6 |
                        place->settled << 7);
  at = put(buffer, at, place->head_left);
  at = put(buffer, at, place->title_left);
  at = put(buffer, at, (uint32_t)place->last_number);
  at = put(buffer, at, (uint32_t)(place->nested + 1));
  at = put(buffer, at, (uint32_t)scanner->last_number);
  at = put(buffer, at, plan->left);
  buffer[at++] = (char)(plan->open_count | plan->listing << 7);
  memcpy(buffer + at, plan->open, plan->open_count);
  at += plan->open_count;
  buffer[at++] = (char)(plan->step_count - plan->step_at);
  for (uint32_t step = plan->step_at; step < plan->step_count; step++) {
    buffer[at++] = (char)plan->steps[step].type;
    at = put(buffer, at, plan->steps[step].skip);
    at = put(buffer, at, plan->steps[step].length);
  }
  return at;
}

void tree_sitter_resolution_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  Scanner *scanner = payload;
  Place *place = &scanner->place;
  Plan *plan = &scanner->plan;
  *place = (Place){.nested = -1};
  *plan = (Plan){0};
  scanner->last_number = 0;
  scanner->started = length > 0;
  scanner->interlined = scanner->after_rule = false;
  if (!length) return;
  unsigned at = 0;
  uint8_t bits = (uint8_t)buffer[at++];
  place->language = bits & 15;
  place->state = bits >> 4;
  bits = (uint8_t)buffer[at++];
  place->asterisk = bits & 3;
  place->preambular_count = bits >> 2 & 3;
  place->clauses = bits >> 4 & 1;
  place->bracketed = bits >> 5 & 1;
  scanner->interlined = bits >> 6 & 1;
  scanner->after_rule = bits >> 7 & 1;
  bits = (uint8_t)buffer[at++];
  place->after_heading = bits & 1;
  place->section_open = bits >> 1 & 1;
  place->unfinished = bits >> 2 & 1;
  place->plain_preamble = bits >> 3 & 1;
  place->enacted = bits >> 4 & 1;
  place->counted = bits >> 5 & 1;
  place->numbered = bits >> 6 & 1;
  place->settled = bits >> 7 & 1;
  place->head_left = (uint16_t)get(buffer, &at);
  place->title_left = (uint16_t)get(buffer, &at);
  place->last_number = (int32_t)get(buffer, &at);
  place->nested = (int32_t)get(buffer, &at) - 1;
  scanner->last_number = (int32_t)get(buffer, &at);
  plan->left = get(buffer, &at);
  bits = (uint8_t)buffer[at++];
  plan->open_count = bits & 0x7f;
  plan->listing = bits >> 7;
  memcpy(plan->open, buffer + at, plan->open_count);
  at += plan->open_count;
  plan->step_count = (uint8_t)buffer[at++];
  for (uint32_t step = 0; step < plan->step_count; step++) {
    plan->steps[step].type = (uint8_t)buffer[at++];
    plan->steps[step].skip = get(buffer, &at);
    plan->steps[step].length = get(buffer, &at);
  }
}
