//! Which dates belong to which numbers: one for a list, one for each, the same as before.

use std::ops::Range;

use rapporteur_symbol::Number;

use super::Scan;

/// What is said of how dates belong to numbers.
#[derive(Clone, Copy, Default)]
pub(super) struct Sharing {
    /// Each has its own: "respectively".
    pub(super) each: bool,
    /// All have the same: "both of".
    pub(super) all: bool,
}

impl Scan<'_, '_> {
    /// The token after "respectively", behind a comma or not, if it stands at this one.
    pub(super) fn respectively(&self, at: usize) -> Option<usize> {
        let past_comma = at + usize::from(self.cursor.is_mark(at, ','));
        self.cursor.phrase(&self.cursor.data.respectively, past_comma).map(|(next, ())| next)
    }

    /// Where dates may begin behind what leads to them ("of", "both of", "dated respectively"), and what that says of
    /// them.
    pub(super) fn before_dates(&self, mut at: usize) -> Option<(usize, Sharing)> {
        let data = self.cursor.data;
        let mut sharing = Sharing::default();
        let mut connected = false;
        loop {
            at = if let Some((next, ())) = self.cursor.phrase(&data.date_connectors, at) {
                connected = true;
                next
            } else if let Some(next) = self.respectively(at).filter(|_| !sharing.each) {
                sharing.each = true;
                next + usize::from(self.cursor.is_mark(next, ','))
            } else if let Some((next, ())) = self.cursor.phrase(&data.both, at).filter(|_| !sharing.all) {
                sharing.all = true;
                next
            } else {
                return connected.then_some((at, sharing));
            };
        }
    }

    /// "Of the same date": gives the undated citations of the list the date that was given last, else the last that is
    /// printed before a token.
    pub(super) fn repeat_date(&mut self, at: usize) {
        let printed = self.mentions.dates.partition_point(|date| date.first_token < at).checked_sub(1);
        let undated = self.list.undated..self.mentions.citations.len();
        self.list.undated = undated.end;
        if let Some(date) = self.last_date.or(printed) {
            self.share_date(undated, date);
        }
    }

    /// The last citations of the sentence, if none of them has a date yet.
    pub(super) fn last_undated(&self, count: usize) -> Option<Range<usize>> {
        let citations = &self.mentions.citations;
        let start = citations.len().checked_sub(count).filter(|start| *start >= self.sentence)?;
        citations[start..].iter().all(|citation| citation.date.is_none()).then_some(start..citations.len())
    }

    /// Pairs the dates that begin at a token with the undated citations of the list.
    pub(super) fn dates_from(&mut self, at: usize, detached: bool, mut sharing: Sharing) -> Option<usize> {
        let mut dates = vec![self.mentions.date_at(at)?];
        let mut end = self.mentions.dates[dates[0]].end_token;
        // "of 20 November 1989 and 21 December 1990": as many dates as numbers.
        while let Some(next) = self.next_date(end) {
            dates.push(next);
            end = self.mentions.dates[next].end_token;
        }
        if let Some(after) = self.respectively(end) {
            sharing.each = true;
            end = after;
        }
        self.last_date = dates.last().copied();
        let mut undated = self.list.undated..self.mentions.citations.len();
        self.list.undated = undated.end;
        // "its resolutions 68/127 and 70/109 and Council resolution 2014/7, of …, … and …, respectively".
        if sharing.each && dates.len() > undated.len() {
            undated = self.last_undated(dates.len()).unwrap_or(undated);
        }
        if dates.len() > 1 && dates.len() == undated.len() {
            for (citation, date) in self.mentions.citations[undated].iter_mut().zip(dates) {
                citation.date = Some(date);
            }
            return Some(end);
        }
        // "67/291 of 24 July 2013, of 22 March as World Water Day": the second is no resolution's.
        if !sharing.each && dates.len() > 1 && undated.len() == 1 && self.mentions.dates[dates[0]].complete {
            dates.truncate(1);
            end = self.mentions.dates[dates[0]].end_token;
        }
        // "70/132, 70/213 and 70/219 of 17 and 22 December 2015": which has which date is not said.
        let [date] = dates[..] else { return Some(end) };
        let of_a_writing = detached && self.is_date_of_a_writing(undated.end - 1, date);
        if sharing.all {
            self.mentions.citations[undated].iter_mut().for_each(|citation| citation.date = Some(date));
        } else if !of_a_writing {
            self.share_date(undated, date);
        }
        Some(end)
    }

    /// Gives a date to the last of some citations, and to those before it that share it: "69/193 et 69/196 du 18 décembre
    /// 2014". They do as far back as they are of the same session, if a word joins the last to them. A list with a comma
    /// there ("71/90, 73/72, 73/91 of …") gives the others without dates by design.
    pub(super) fn share_date(&mut self, citations: Range<usize>, date: usize) {
        let citations = &mut self.mentions.citations[citations];
        let Some((last, earlier)) = citations.split_last_mut() else { return };
        last.date = Some(date);
        let at = self.cursor.token_from(last.span.start);
        if self.cursor.phrase_before(&self.cursor.data.joiners, at).is_none() && last.part.is_none() {
            return;
        }
        for citation in earlier.iter_mut().rev().take_while(|citation| citation.number.is_of_series(last.number)) {
            citation.date = Some(date);
        }
    }

    /// The date that a joiner (and a connector) links to the date that ends before a token.
    pub(super) fn next_date(&self, end: usize) -> Option<usize> {
        let data = self.cursor.data;
        let (mut next, ()) = self
            .cursor
            .phrase(&data.joiners, end)
            .or_else(|| self.cursor.is_mark(end, ',').then_some((end + 1, ())))?;
        if let Some((after, ())) = self.cursor.phrase(&data.date_connectors, next) {
            next = after;
        }
        self.mentions.date_at(next)
    }

    /// "la lettre … du Comité créé par la résolution 864 (1993), en date du 4 mai 1999": the date is the letter's
    /// where it can't be the resolution's and a letter is spoken of.
    pub(super) fn is_date_of_a_writing(&self, citation: usize, date: usize) -> bool {
        let (Number::Running { year, .. } | Number::Yearly { year, .. }) = self.mentions.citations[citation].number
        else {
            return false;
        };
        let printed = &self.mentions.dates[date];
        let contradicts = printed.date.is_some_and(|date| date.year() != i32::from(year));
        let before = printed.first_token.saturating_sub(40)..printed.first_token;
        contradicts && before.into_iter().any(|at| self.cursor.phrase(&self.cursor.data.writings, at).is_some())
    }
}
