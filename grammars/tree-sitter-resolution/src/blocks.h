// Cuts the lines of a text into blocks of the size of a paragraph, as server/draft/src/blocks.rs does.
#ifndef RESOLUTION_BLOCKS_H
#define RESOLUTION_BLOCKS_H

#include "labels.h"
#include "lead.h"

typedef enum { TEXT_BLOCK, HEADING_BLOCK, NOTE_BLOCK, RULE_BLOCK, COMMENT_BLOCK, CODE_BLOCK } BlockKind;

typedef struct {
  // Without white space at its ends; where its text begins.
  uint32_t start, end, content;
  // Of a heading its level, of a note the end of its label.
  uint32_t level, note_end;
  Label label;
  BlockKind kind;
} Block;

// How far the text has been cut.
typedef struct {
  Text *text;
  const Language *words;
  Tokens *tokens;
  int language;
  uint32_t at;
  // The last number of a paragraph.
  int32_t last_number;
  // Whether blank lines mean nothing, as in text taken out of a PDF with one after each line.
  bool interlined;
  // Whether a rule has been seen, and no paragraph since: notes may follow.
  bool after_rule;
} Reader;

// The last character of a stretch, its last note call and marks aside.
static int32_t closing_mark(Text *text, uint32_t start, uint32_t end) {
  for (uint32_t taken = 0; end > start && taken < 64; taken++) {
    int32_t c = text_at(text, --end);
    if (!is_space(c) && c != '*' && c != '_' && c != ']' && c != 0x201d && c != 0xbb && c != '"' && !is_raised_digit(c)) {
      return plain_mark(c);
    }
  }
  return 0;
}

static bool ends_clause(Text *text, uint32_t start, uint32_t end) {
  int32_t mark = closing_mark(text, start, end);
  return mark == ',' || mark == ';' || mark == '.' || mark == ':';
}

// Whether what looks like a label is one, and not the end of a sentence that was broken before it.
static bool label_counts(const Reader *reader, const Label *label, uint32_t line_end, const Block *open) {
  bool goes_on = label->numbered && label->number == reader->last_number + 1;
  if (!label->ended && !goes_on) return false;
  if (!open) return true;
  uint32_t content = skip_spaces(reader->text, label->content, line_end);
  int32_t c = text_at(reader->text, content);
  while (content < line_end && (is_emphasis_mark(c) || c == 0x201c || c == 0xab || c == '"' || c == '[')) {
    c = text_at(reader->text, ++content);
  }
  bool capital = !reader->words->verbs_capital || (content < line_end && is_upper(c));
  bool ended = ends_clause(reader->text, open->start, open->end);
  return label->numbered ? ended || (goes_on && capital) : ended;
}

static bool starts_paragraph(const Reader *reader, const Block *open, uint32_t start, uint32_t end, uint32_t blanks) {
  if (reader->interlined) {
    bool page_ends = open->kind == NOTE_BLOCK && blanks == 0 && text_at(reader->text, open->end - 1) == '.' &&
                     is_lower(text_at(reader->text, start));
    if (blanks >= 3 || page_ends) return true;
  }
  return ends_clause(reader->text, open->start, open->end) &&
         begins_line(reader->text, reader->words, reader->language, reader->tokens, start, end);
}

// Reads the next block; false at the end of the text.
static bool next_block(Reader *reader, Block *block) {
  Text *text = reader->text;
  bool open = false;
  uint32_t blanks = 0;
  while (!text_ended(text, reader->at)) {
    uint32_t line = reader->at, line_stop = line_end(text, line), next = next_line(text, line_stop);
    uint32_t start = skip_spaces(text, line, line_stop), end = trim_end(text, start, line_stop);
    if (start == end) {
      if (open && !reader->interlined) return true;
      blanks++;
      reader->at = next;
      continue;
    }
    bool comment = text_has(text, start, "<!--"), closed = comment && find(text, start, end, "-->") < end;
    int32_t c = text_at(text, start);
    bool fence = !reader->interlined && (c == '`' || c == '~') && text_at(text, start + 1) == c && text_at(text, start + 2) == c;
    bool whole_comment = closed && find(text, start, end, "-->") + 3 == end;
    uint32_t content = start, level = 0, note = 0;
    Label label = {0};
    BlockKind kind = TEXT_BLOCK;
    if (comment && !closed) kind = COMMENT_BLOCK;
    else if (fence) kind = CODE_BLOCK;
    else if (is_rule(text, start, end)) kind = RULE_BLOCK;
    else if (whole_comment) kind = COMMENT_BLOCK;
    else if ((level = heading_level(text, start, end, &content))) kind = HEADING_BLOCK;
    else if ((note = note_label(text, start, end, reader->after_rule))) kind = NOTE_BLOCK;
    else {
      label = read_label(text, start, end);
      label.found = label.found && label_counts(reader, &label, end, open ? block : NULL);
      bool begins = !open || label.found;
      // A label that stands alone on its line is that of the next.
      bool joins_label = open && !label.found && block->label.found && block->content == block->end;
      if (joins_label) {
        block->content = start;
        block->end = end;
      } else if (!begins && !starts_paragraph(reader, block, start, end, blanks)) {
        block->end = end;
      } else if (open) {
        return true;
      } else {
        if (label.found) {
          if (label.numbered && label.number >= 0) reader->last_number = label.number;
          reader->after_rule = false;
          content = label.content;
        }
        *block = (Block){start, end, content, 0, 0, label, TEXT_BLOCK};
        open = true;
      }
      blanks = 0;
      reader->at = next;
      continue;
    }
    if (open) return true;
    blanks = 0;
    if (kind == COMMENT_BLOCK && !closed) {
      uint32_t close = start;
      while (!text_ended(text, close) && !text_has(text, close, "-->")) close++;
      end = text_ended(text, close) ? trim_end(text, start, close) : close + 3;
      next = text_ended(text, close) ? close : end;
    } else if (kind == CODE_BLOCK) {
      uint32_t close = next;
      end = line_stop;
      while (!text_ended(text, close)) {
        uint32_t close_start = skip_spaces(text, close, line_end(text, close));
        end = line_end(text, close);
        close = next_line(text, end);
        if (text_at(text, close_start) == c && text_at(text, close_start + 1) == c && text_at(text, close_start + 2) == c) break;
      }
      end = trim_end(text, start, end);
      next = close;
    } else if (kind == RULE_BLOCK) {
      reader->after_rule = true;
    } else if (kind == HEADING_BLOCK) {
      reader->after_rule = false;
    }
    if (kind == NOTE_BLOCK) content = skip_spaces(text, note, end);
    *block = (Block){start, end, content, level, note, label, kind};
    reader->at = next;
    if (kind != NOTE_BLOCK) return true;
    open = true;
  }
  return open;
}

// Whether a text has a blank line after every line.
static bool is_interlined(Text *text, uint32_t limit) {
  uint32_t printed = 0, interrupted = 0, blanks = 0, at = 0, last_start = 0, last_end = 0;
  for (uint32_t lines = 0; lines < 4000 && at < limit && !text_ended(text, at); lines++) {
    uint32_t stop = line_end(text, at), start = skip_spaces(text, at, stop), end = trim_end(text, start, stop);
    at = next_line(text, stop);
    if (start == end) {
      blanks++;
      continue;
    }
    printed++;
    if (printed > 1 && blanks == 1 && is_lower(text_at(text, start))) {
      int32_t mark = text_at(text, last_end - 1);
      uint32_t bytes = 0;
      for (uint32_t c = last_start; c < last_end; c++) {
        int32_t code = text_at(text, c);
        bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
      }
      bool ends = mark == '.' || mark == ';' || mark == ':' || mark == ',' || mark == '!' || mark == '?';
      if (!ends && bytes >= 40 && bytes <= 130) interrupted++;
    }
    last_start = start;
    last_end = end;
    blanks = 0;
  }
  return interrupted >= 3 && interrupted * 4 >= printed;
}

#endif
