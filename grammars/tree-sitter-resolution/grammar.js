/**
 * A grammar of draft resolutions of the United Nations, in Markdown and in plain text.
 *
 * What a line is can't be said by rules of a grammar: it depends on the language, on the words that open it and on what
 * stands before it. src/scanner.c says it, and gives each block as a row of tokens; the rules here say how they lie within
 * one another.
 */

/// <reference types="tree-sitter-cli/dsl" />
// @ts-check

/** A block with a text and nothing else. */
const block = ($, start, ...head) => seq(start, ...head, optional(field('content', $.inline)), $._block_end);

/**
 * Things one behind another. The gap between two of them is a token of its own, which is the last before the next one
 * begins: the parser then finds the next one of the tree before an edit untouched where it looks for it. White space that
 * is skipped would belong to the next one, which the parser would come upon while it still closes the one before.
 */
const row = ($, thing) => seq(repeat(seq(thing, $._gap)), thing);

module.exports = grammar({
  name: 'resolution',

  externals: ($) => [
    $._document_start,
    $._masthead_start,
    $._masthead_line_start,
    $._title_start,
    $._enacting_line_start,
    $._preambular_paragraph_start,
    $._operative_paragraph_start,
    $._sub_paragraph_start,
    $._paragraph_start,
    $._section_start,
    $._heading_start,
    $._part_start,
    $._annex_start,
    $._note_definition_start,
    $._adoption_line_start,
    $._running_head_start,
    $._block_end,
    $._close,
    $._gap,
    $._more,
    $._text,
    $._citation_start,
    $._citation_end,
    $._front_matter,
    $._thematic_break,
    $._comment,
    $._directive,
    $._code_block,
    $.heading_marker,
    $.number,
    $.label,
    $.note_label,
    $.emphasis_marker,
    $.verb,
    $.body,
    $.citation_number,
    $.date,
    $.symbol,
    $.note_call,
  ],

  extras: () => [/[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\u0085]/],

  rules: {
    document: ($) =>
      seq(
        $._document_start,
        optional($.front_matter),
        $._gap,
        optional(seq($.masthead, $._gap)),
        repeat(seq($._block, $._gap)),
      ),

    front_matter: ($) => seq($._front_matter, $._block_end),

    masthead: ($) =>
      seq(
        $._masthead_start,
        row($, choice($.title, $.masthead_line, $._beside, $.code_block)),
        $._close,
      ),
    masthead_line: ($) => block($, $._masthead_line_start, optional($.heading_marker)),
    title: ($) => block($, $._title_start, optional($.heading_marker)),

    _block: ($) =>
      choice(
        $.part,
        $.annex,
        $.section,
        $.enacting_line,
        $.preambular_paragraph,
        $.operative_paragraph,
        $.sub_paragraph,
        $.adoption_line,
        $.code_block,
        $.paragraph,
        $._beside,
      ),

    // What may stand between the paragraphs of a text, and in the middle of one.
    _beside: ($) => choice($.note_definition, $.running_head, $.thematic_break, $.comment, $.directive),

    part: ($) => headed($, $._part_start),
    annex: ($) => headed($, $._annex_start),
    section: ($) => headed($, $._section_start),
    heading: ($) => block($, $._heading_start, optional($.heading_marker)),

    enacting_line: ($) =>
      seq($._enacting_line_start, optional($._text), optional(field('body', $.body)), optional($._text), $._block_end),

    preambular_paragraph: ($) => clause($, $._preambular_paragraph_start),
    operative_paragraph: ($) => clause($, $._operative_paragraph_start),
    sub_paragraph: ($) => block($, $._sub_paragraph_start, optional($._label)),
    paragraph: ($) => block($, $._paragraph_start, optional($._label)),
    // The marks of emphasis enclose the label, or what stands behind it too.
    _label: ($) =>
      repeat1(choice($.emphasis_marker, field('label', $.label), field('number', $.number))),

    note_definition: ($) => block($, $._note_definition_start, field('label', $.note_label)),
    adoption_line: ($) => block($, $._adoption_line_start),
    running_head: ($) => block($, $._running_head_start),
    thematic_break: ($) => seq($._thematic_break, $._block_end),
    code_block: ($) => seq($._code_block, $._block_end),
    comment: ($) => seq($._comment, $._block_end),
    directive: ($) => seq($._directive, $._block_end),

    inline: ($) =>
      repeat1(
        choice(
          $._text,
          $._more,
          $.citation,
          $.date,
          $.symbol,
          $.note_call,
          alias($._comment, $.comment),
          alias($._directive, $.directive),
        ),
      ),

    citation: ($) =>
      seq(
        $._citation_start,
        repeat1(
          choice($._text, field('body', $.body), field('number', $.citation_number), field('date', $.date)),
        ),
        $._citation_end,
      ),
  },
});

/** A paragraph of a resolution, which opens with a verb and may have sub-paragraphs. */
function clause($, start) {
  return seq(
    start,
    // The marks of emphasis enclose the number, the verb, or both.
    repeat(choice($.emphasis_marker, field('number', $.number), field('verb', $.verb))),
    optional(field('content', $.inline)),
    $._block_end,
    optional(seq($._gap, row($, choice($.sub_paragraph, $.paragraph, $._beside)))),
    $._close,
  );
}

/** A part of the document with its heading. */
function headed($, start) {
  return seq(start, field('heading', $.heading), optional(seq($._gap, row($, $._block))), $._close);
}
