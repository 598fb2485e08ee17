package rules

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/corpus/text"
)

// ParaphraseConflict finds indirect speech that says another thing than the
// speaker's own words.
var ParaphraseConflict = &check.Rule{
	Name: "paraphrase-conflict",
	Doc: `Indirect speech against the speaker's own words

One outlet has a sentence of a speaker between marks, another tells in its own
words what the same speaker said, and the two differ in a number or in whether
it is so or not so. The words in marks show what the account should say.

Both must be on the word of one speaker, and most of the account must be words
of the sentence, in their order. Questions, accounts of a denial, and numbers
that one side only hedges are left alone.

Known misses: accounts in wholly other words or another order; speakers whom one
article does not name; opposites without a "not".`,
	Standard: "Editors’ Code of Practice, clause 1: no inaccurate, misleading or distorted information.",
	Good:     `Bugle: “We will sell the old mill to three bidders,” Roe said. Courier: Roe said the town would sell the old mill to three bidders.`,
	Bad:      `Bugle: “We will not sell the old mill to the county,” Roe said. Courier: Roe said the town would sell the old mill to the county.`,
	Level:    check.Warning,
	Run:      paraphraseConflict,
}

func paraphraseConflict(c *check.Case) []check.Finding {
	var out []check.Finding
	for _, r := range retellings(c, gainsaid) {
		ch, _ := turned(&r)
		f := r.finding(c)
		f.Message = "an account of " + cmp.Or(r.quote.Speaker.Name, r.quote.Speaker.Mention) + " differs from the words in marks in " + ch.Why + ": " +
			wordsAt(r.quote.Text, r.words, ch.A0, ch.A1, 2) + ", " + wordsAt(r.account.printed(), r.account.words, ch.B0, ch.B1, 2)
		f.Why = []string{"same speaker", strconv.Itoa(r.match.Equal) + " words are the same"}
		f.Notes = lookIn(r.quote)
		out = append(out, f)
	}
	return out
}

// gainsaid reports whether an account is of the same speaker's sentence and
// turns it.
func gainsaid(r *retelling) bool {
	const alike, content, most = 0.6, 2, 0.6 // most of the shorter
	a, m := r.account, r.match
	if a.quote == nil || m.Content < content || m.Ratio() < alike || denies(a.quote) || asks(r) {
		return false
	}
	if who, _ := align.Speakers(r.quote.Speaker, a.quote.Speaker); who != align.Same {
		return false
	}
	_, ok := turned(r)
	return ok && max(r.covered(), float64(m.B1-m.B0)/float64(len(a.words))) >= most
}

// turned returns the change that makes an account say another thing: another
// number in the same place, or a "not" that one of them has.
func turned(r *retelling) (words.Change, bool) {
	const few = 4 // words; of a long exchange it is not clear what stands for what
	for _, ch := range r.match.Changes {
		if max(ch.A1-ch.A0, ch.B1-ch.B0) > few {
			continue
		}
		switch ch.Why {
		case "a number", "a negation":
			return ch, true
		}
	}
	return words.Change{}, false
}

// asks reports whether the words in marks are a question.
func asks(r *retelling) bool {
	return slices.ContainsFunc(r.quote.Parts, func(sp text.Span) bool {
		return strings.Contains(sp.Shift(-r.quote.Span.Start).Of(r.quote.Text), "?")
	})
}
