//! `textDocument/semanticTokens/full`, `…/full/delta` and `…/range`: colouring by meaning.
//!
//! The types are those of the protocol, so that every theme has colours for them:
//!
//! | in a draft | type | modifier |
//! |---|---|---|
//! | enacting line | `type` | |
//! | verb of a preambular paragraph | `keyword` | `preambular` |
//! | verb of an operative paragraph | `keyword` | `operative` |
//! | cited resolution or decision | `function` | |
//! | its date | `number` | |
//! | document symbol | `variable` | |
//! | place of a treaty | `class` | |
//! | call of a note | `macro` | |
//! | label of its definition | `macro` | `definition` |
//! | number or letter of a paragraph | `enumMember` | |
//! | heading | `namespace` | |
//! | acronym that the draft explains | `parameter` | |
//! | the acronym where it is explained | `parameter` | `definition` |

use std::sync::Arc;

use rapporteur_assist::{Token, TokenKind, TokenRole, tokens};
use rapporteur_draft::Span;
use tower_lsp::ls_types::{
    Position, SemanticToken, SemanticTokenModifier, SemanticTokenType, SemanticTokens, SemanticTokensDelta,
    SemanticTokensDeltaParams, SemanticTokensEdit, SemanticTokensFullDeltaResult, SemanticTokensFullOptions,
    SemanticTokensLegend, SemanticTokensOptions, SemanticTokensParams, SemanticTokensRangeParams,
    SemanticTokensRangeResult, SemanticTokensResult, SemanticTokensServerCapabilities, Uri,
};

use crate::lsp::{analysis::Analysis, client::Profile, features::Feature, proto, request::on_draft, session::Session};

/// The types, each with its place in the legend.
const TYPES: [(TokenKind, SemanticTokenType); 10] = [
    (TokenKind::EnactingLine, SemanticTokenType::TYPE),
    (TokenKind::Verb, SemanticTokenType::KEYWORD),
    (TokenKind::Citation, SemanticTokenType::FUNCTION),
    (TokenKind::Date, SemanticTokenType::NUMBER),
    (TokenKind::Symbol, SemanticTokenType::VARIABLE),
    (TokenKind::Treaty, SemanticTokenType::CLASS),
    (TokenKind::Note, SemanticTokenType::MACRO),
    (TokenKind::Label, SemanticTokenType::ENUM_MEMBER),
    (TokenKind::Heading, SemanticTokenType::NAMESPACE),
    (TokenKind::Acronym, SemanticTokenType::PARAMETER),
];

/// The modifiers, each with its place in the legend.
const MODIFIERS: [(TokenRole, SemanticTokenModifier); 3] = [
    (TokenRole::Definition, SemanticTokenModifier::DEFINITION),
    (TokenRole::Preambular, SemanticTokenModifier::new("preambular")),
    (TokenRole::Operative, SemanticTokenModifier::new("operative")),
];

/// How many integers the protocol has for a token.
const WIDTH: usize = 5;

/// The tokens that a client has of a document, as they were last sent.
pub(in crate::lsp) struct Sent {
    id: String,
    data: Vec<SemanticToken>,
}

/// What the client is told of tokens, as far as it asks for them.
pub(in crate::lsp) fn provider(profile: &Profile) -> SemanticTokensServerCapabilities {
    let full = match profile.token_deltas {
        true => SemanticTokensFullOptions::Delta { delta: Some(true) },
        false => SemanticTokensFullOptions::Bool(true),
    };
    SemanticTokensServerCapabilities::SemanticTokensOptions(SemanticTokensOptions {
        legend: SemanticTokensLegend {
            token_types: TYPES.into_iter().map(|(_, name)| name).collect(),
            token_modifiers: MODIFIERS.into_iter().map(|(_, name)| name).collect(),
        },
        range: profile.token_ranges.then_some(true),
        full: Some(full),
        ..SemanticTokensOptions::default()
    })
}

/// All tokens of a draft.
pub(in crate::lsp) async fn full(session: &Arc<Session>, params: SemanticTokensParams) -> Option<SemanticTokensResult> {
    let uri = params.text_document.uri;
    let data = all(session, &uri).await?;
    Some(SemanticTokens { result_id: remember(session, &uri, &data), data }.into())
}

/// What has changed since the tokens that the client names; all of them where these are no longer known.
pub(in crate::lsp) async fn delta(
    session: &Arc<Session>,
    params: SemanticTokensDeltaParams,
) -> Option<SemanticTokensFullDeltaResult> {
    let uri = params.text_document.uri;
    let data = all(session, &uri).await?;
    let edits = session.documents.get(&uri).and_then(|document| {
        let known = document.tokens.as_ref().filter(|sent| sent.id == params.previous_result_id)?;
        Some(edits(&known.data, &data))
    });
    let result_id = remember(session, &uri, &data);
    Some(match edits {
        Some(edits) => SemanticTokensDelta { result_id, edits }.into(),
        None => SemanticTokens { result_id, data }.into(),
    })
}

/// The tokens in a range.
pub(in crate::lsp) async fn range(
    session: &Arc<Session>,
    params: SemanticTokensRangeParams,
) -> Option<SemanticTokensRangeResult> {
    let data = on_draft(session, Feature::SemanticTokens, &params.text_document.uri, move |analysis, profile| {
        encoded(analysis, profile, &proto::span(&analysis.rope, profile.unit, params.range))
    });
    Some(SemanticTokens { result_id: None, data: data.await? }.into())
}

async fn all(session: &Arc<Session>, uri: &Uri) -> Option<Vec<SemanticToken>> {
    let all = |analysis: &Analysis, profile: &Profile| encoded(analysis, profile, &(0..analysis.text.len()));
    on_draft(session, Feature::SemanticTokens, uri, all).await
}

/// Keeps what is sent of a document for the next question, and gives its id. Forgotten with the document.
fn remember(session: &Session, uri: &Uri, data: &[SemanticToken]) -> Option<String> {
    let id = session.next_revision().to_string();
    let mut document = session.documents.get_mut(uri)?;
    document.tokens = Some(Sent { id: id.clone(), data: data.to_vec() });
    Some(id)
}

/// The edit that makes one list of tokens another, if they differ: it replaces all from the first difference to the last.
fn edits(old: &[SemanticToken], new: &[SemanticToken]) -> Vec<SemanticTokensEdit> {
    let alike = |(old, new): &(&SemanticToken, &SemanticToken)| old == new;
    let head = old.iter().zip(new).take_while(alike).count();
    let (old, new) = (&old[head..], &new[head..]);
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(alike).count();
    let (old, new) = (&old[..old.len() - tail], &new[..new.len() - tail]);
    let integers = |tokens: usize| u32::try_from(tokens * WIDTH).unwrap_or(u32::MAX);
    let edit = SemanticTokensEdit {
        start: integers(head),
        delete_count: integers(old.len()),
        data: (!new.is_empty()).then(|| new.to_vec()),
    };
    if old.is_empty() && new.is_empty() { Vec::new() } else { vec![edit] }
}

/// The tokens in a stretch of the text as the protocol has them, each counted from the one before it.
fn encoded(analysis: &Analysis, profile: &Profile, within: &Span) -> Vec<SemanticToken> {
    let mut last = Position::default();
    let encode = |token: Token| {
        let at = proto::position(&analysis.rope, profile.unit, token.span.start);
        let delta_line = at.line - last.line;
        let delta_start = if delta_line == 0 { at.character - last.character } else { at.character };
        last = at;
        let length = profile.unit.length(&analysis.text[token.span]);
        SemanticToken {
            delta_line,
            delta_start,
            length: u32::try_from(length).unwrap_or(u32::MAX),
            token_type: place(TYPES.iter().position(|(kind, _)| *kind == token.kind)),
            token_modifiers_bitset: token
                .role
                .map_or(0, |role| 1 << place(MODIFIERS.iter().position(|(known, _)| *known == role))),
        }
    };
    tokens(&analysis.text, &analysis.draft, within, profile.multiline_tokens).into_iter().map(encode).collect()
}

/// A place in the legend, which has one for everything.
fn place(index: Option<usize>) -> u32 {
    index.unwrap_or_default() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(length: u32) -> SemanticToken {
        SemanticToken { length, ..SemanticToken::default() }
    }

    /// The edits applied, as the protocol has it: to the integers.
    fn applied(old: &[SemanticToken], edits: Vec<SemanticTokensEdit>) -> Vec<SemanticToken> {
        let mut tokens = old.to_vec();
        for edit in edits {
            let start = edit.start as usize / WIDTH;
            tokens.splice(start..start + edit.delete_count as usize / WIDTH, edit.data.unwrap_or_default());
        }
        tokens
    }

    #[test]
    fn edits_make_one_list_the_other() {
        let lists: [&[u32]; 7] = [&[], &[1], &[1, 1], &[1, 2, 1], &[2, 1], &[1, 3, 2, 1], &[1, 1, 1]];
        for old in lists {
            for new in lists {
                let [old, new] = [old, new].map(|list| list.iter().copied().map(token).collect::<Vec<_>>());
                let edits = edits(&old, &new);
                assert_eq!(edits.is_empty(), old == new);
                assert_eq!(applied(&old, edits), new);
            }
        }
    }

    #[test]
    fn everything_has_its_place_in_the_legend() {
        for (index, (kind, _)) in TYPES.iter().enumerate() {
            assert_eq!(*kind as usize, index);
        }
    }
}
