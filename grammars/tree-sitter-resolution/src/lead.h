// The verb with which a paragraph opens, as server/draft/src/lead.rs finds it.
#ifndef RESOLUTION_LEAD_H
#define RESOLUTION_LEAD_H

#include "tokens.h"

#define PREAMBULAR_VERB 1
#define OPERATIVE_VERB 2

typedef struct {
  bool found, preambular, operative, emphasised;
  // From the first word to the end of the phrase, or of the emphasis if that encloses it; where the marks begin that
  // open the emphasis, and where those end that close it.
  uint32_t start, end, outer_start, outer_end;
} Lead;

typedef struct {
  uint32_t head, verb, length;
  bool preambular, operative;
} Known;

static uint32_t skip_phrases(const Phrases *list, const Tokens *tokens, uint32_t at) {
  for (uint32_t length; (length = longest(list, tokens, at)) > 0;) at += length;
  return at;
}

// Where the longest verb of a part ends that begins at a token; 0 if none does.
static uint32_t find_verb(const Language *words, const Tokens *tokens, uint32_t head, int part) {
  int32_t first = word_at(tokens, head);
  const uint16_t *phrase = starting_with(&words->leads, first);
  for (; phrase && phrase[0] && phrase[2] == first; phrase += 2 + phrase[0]) {
    if (!(phrase[1] & part)) continue;
    uint32_t at = head + 1, same = 1;
    for (; same < phrase[0]; same++, at++) {
      // "Prenant également note": a modifier may part the words.
      if (words->modifiers_follow && word_at(tokens, at) != phrase[2 + same]) {
        at = skip_phrases(&words->modifiers, tokens, at);
      }
      if (word_at(tokens, at) != phrase[2 + same]) break;
    }
    if (same == phrase[0]) return at;
  }
  return 0;
}

static void verbs_at(const Language *words, const Tokens *tokens, uint32_t head, uint32_t *preambular, uint32_t *operative) {
  *operative = find_verb(words, tokens, head, OPERATIVE_VERB);
  *preambular = find_verb(words, tokens, head, PREAMBULAR_VERB);
  // "وإذ تشير": what follows the conjunction is a verb of the operative part.
  uint32_t conjunction = longest(&words->conjunctions, tokens, head);
  if (conjunction) {
    uint32_t after = skip_phrases(&words->modifiers, tokens, head + conjunction);
    uint32_t end = find_verb(words, tokens, after, OPERATIVE_VERB);
    if (end && end >= *preambular) *preambular = end;
  }
}

static bool known_lead(const Language *words, const Tokens *tokens, uint32_t from, Known *known) {
  uint32_t head = skip_phrases(&words->connectives, tokens, from), preambular, operative;
  for (;;) {
    verbs_at(words, tokens, head, &preambular, &operative);
    uint32_t end = preambular > operative ? preambular : operative;
    uint32_t modifier = longest(&words->modifiers, tokens, head);
    if (!modifier) break;
    uint32_t after = head + modifier, next_preambular, next_operative;
    bool modifies = end < after;
    if (end == after) {
      verbs_at(words, tokens, after, &next_preambular, &next_operative);
      modifies = next_preambular || next_operative;
    }
    if (!modifies) break;
    head = after;
  }
  if (!preambular && !operative) return false;
  uint32_t end = preambular > operative ? preambular : operative, length = end;
  for (;;) {
    uint32_t modified = words->modifiers_follow ? skip_phrases(&words->modifiers, tokens, length) : length;
    uint32_t after = skip_phrases(&words->complements, tokens, modified);
    uint32_t preposition = longest(&words->prepositions, tokens, after);
    if (preposition) {
      uint32_t complement = longest(&words->complements, tokens, after + preposition);
      if (complement) after += preposition + complement;
    }
    if (after == length) break;
    length = after;
  }
  known->head = end;
  known->verb = words->modifiers_follow ? skip_phrases(&words->modifiers, tokens, end) : end;
  known->length = length;
  known->preambular = preambular > 0;
  known->operative = operative > 0;
  return true;
}

static bool is_opening_mark(int32_t c) {
  return c == 0x201c || c == 0xab || c == '"' || c == '[' || c == '(' || c == 0x2018 || c == '*' || c == '_';
}

// Where the marks stand that close the emphasis opened by `mark` before a place; 0 if it stays open.
static uint32_t emphasis_close(Text *text, uint32_t at, uint32_t end, int32_t mark) {
  for (; at < end; at++) {
    if (text_at(text, at) == '\\') { at++; continue; }
    if (text_at(text, at) != mark || is_space(text_at(text, at - 1))) continue;
    uint32_t after = at;
    while (text_at(text, after) == mark) after++;
    int32_t before = text_at(text, at - 1), next = after < end ? text_at(text, after) : ' ';
    bool word_follows = is_letter(next) || is_ideograph(next) || digit_value(next) >= 0;
    bool word_before = is_letter(before) || is_ideograph(before) || digit_value(before) >= 0;
    if (word_follows && (mark == '_' || !word_before)) { at = after - 1; continue; }
    return at;
  }
  return 0;
}

static const char *const EMPHASIS_TAGS[] = {"i>", "em>", "b>", "strong>", "u>"};

// The emphasis that opens right before a place, behind `from`.
static bool emphasis_before(Text *text, uint32_t from, uint32_t start, uint32_t end, Lead *lead) {
  uint32_t at = start;
  while (at > from && is_opening_mark(text_at(text, at - 1)) && text_at(text, at - 1) != '*' && text_at(text, at - 1) != '_') at--;
  if (at > from && text_at(text, at - 1) == '>') {
    uint32_t open = at - 1;
    while (open > from && text_at(text, open) != '<') open--;
    for (uint32_t tag = 0; tag < 5; tag++) {
      if (!text_has(text, open + 1, EMPHASIS_TAGS[tag])) continue;
      for (uint32_t close = start; close < end; close++) {
        if (text_at(text, close) == '<' && text_at(text, close + 1) == '/' && text_has(text, close + 2, EMPHASIS_TAGS[tag])) {
          lead->outer_start = open;
          lead->end = close;
          lead->outer_end = close + 2 + (uint32_t)strlen(EMPHASIS_TAGS[tag]);
          return true;
        }
      }
    }
    return false;
  }
  if (at == from || (text_at(text, at - 1) != '*' && text_at(text, at - 1) != '_')) return false;
  int32_t mark = text_at(text, at - 1);
  uint32_t open = at;
  while (open > from && text_at(text, open - 1) == mark) open--;
  if (open > from && text_at(text, open - 1) == '\\') return false;
  uint32_t close = emphasis_close(text, start, end, mark);
  if (!close) return false;
  lead->outer_start = open;
  lead->end = close;
  lead->outer_end = close;
  while (lead->outer_end < end && text_at(text, lead->outer_end) == mark && lead->outer_end - close < at - open) {
    lead->outer_end++;
  }
  return true;
}

// The lead of a block whose text begins at `content`; emphasis may open from `from` on.
static Lead find_lead(Text *text, const Language *words, const Tokens *tokens, uint32_t from, uint32_t content,
                      uint32_t end) {
  Lead lead = {0};
  uint32_t first = 0;
  while (first < tokens->count && !(tokens->list[first].kind == WORD && tokens->list[first].start >= content)) {
    const Token *token = &tokens->list[first++];
    if (token->start >= content && !(token->kind == MARK && is_opening_mark(token->value))) return lead;
  }
  if (first == tokens->count) return lead;
  lead.start = tokens->list[first].start;
  lead.emphasised = emphasis_before(text, from, lead.start, end, &lead);
  uint32_t emphasis_end = lead.end;
  Tokens rest = {tokens->list + first, tokens->count - first, 0};
  Known known;
  bool may_lead = lead.emphasised || !words->verbs_capital || is_upper(text_at(text, lead.start));
  if (!may_lead || !known_lead(words, &rest, 0, &known)) {
    lead.found = lead.emphasised;
    return lead;
  }
  // "Encourages further efforts".
  uint32_t last = known.length - 1;
  if (known.verb == known.length && last > 0 && longest(&words->adjectives, &rest, last) &&
      !longest(&words->determiners, &rest, known.length) &&
      (!lead.emphasised || emphasis_end <= rest.list[last].start)) {
    known.length = last;
  }
  lead.found = true;
  lead.preambular = known.preambular;
  lead.operative = known.operative;
  uint32_t phrase_end = rest.list[known.length - 1].end;
  if (!lead.emphasised) {
    lead.end = phrase_end;
    lead.outer_start = lead.start;
    lead.outer_end = lead.end;
    return lead;
  }
  // A complement that is not emphasised together with the verb is none: "*Reaffirming* its commitment".
  uint32_t within = 0;
  while (within < known.length && rest.list[within].end <= emphasis_end) within++;
  if (within && within < known.length) {
    Tokens inside = {rest.list, within, 0};
    if (known_lead(words, &inside, 0, &known) && known.length == within) {
      lead.preambular = known.preambular;
      lead.operative = known.operative;
    }
  }
  return lead;
}

// Whether a line of plain text begins with a verb.
static bool begins_line(Text *text, const Language *words, int language, Tokens *tokens, uint32_t start, uint32_t end) {
  while (start < end && (is_space(text_at(text, start)) || text_at(text, start) == '*' || text_at(text, start) == '_')) start++;
  if (words->verbs_capital && !is_upper(text_at(text, start))) return false;
  tokenize(text, tokens, start, end - start > 80 ? start + 80 : end, language, false);
  Known known;
  return known_lead(words, tokens, 0, &known);
}

#endif
