package rules

import (
	"github.com/newsvet/newsvet/check"
	"github.com/newsvet/newsvet/check/align"
	"github.com/newsvet/newsvet/check/internal/words"
	"github.com/newsvet/newsvet/extract"
)

// QuoteCut finds words that one outlet leaves out of a quotation unmarked.
var QuoteCut = &check.Rule{
	Name: "quote-cut",
	Doc: `Words silently dropped from a quotation

A quotation may be shortened, and an ellipsis says where. Words that are gone
from its middle without one make the speaker say what nobody heard: surest
where a qualifier or a negation goes ("I believe", "perhaps", "not"). An early
end is no fault, unless what is left out turns the sense: it begins with
"but", "although", "if", "unless", "except", "without".

A cut of three words and more, or of a qualifier, is found. It is a warning
where a qualifier or a negation is lost or the sense turns, else info. What the
same article quotes elsewhere is not left out.

Known misses: a cut that both outlets make; a cut at the beginning.`,
	Standard: "“Ellipsis … to indicate the deletion of one or more words … be especially careful to avoid deletions that would distort the meaning” (AP Stylebook, ellipsis).",
	Good:     `Bugle: “The mill is safe, and the stairs are new,” Roe said. Courier: “The mill is safe,” Roe said.`,
	Bad:      `Bugle: “The mill is safe but nobody should live in it,” Roe said. Courier: “The mill is safe,” Roe said.`,
	Level:    check.Warning,
	Run:      quoteCut,
}

func quoteCut(c *check.Case) []check.Finding {
	var out []check.Finding
	for i := range c.OnQuotes {
		x, g := &c.OnQuotes[i], &c.Quotes[i]
		level := check.Info
		var lost string
		ks := only(x, func(k check.Contrast) bool {
			if k.Speaker {
				return false
			}
			l, words := cutIn(c, g, k)
			if l.Rank() > level.Rank() || lost == "" && l != check.Off {
				level, lost = l, words
			}
			return l != check.Off
		})
		if len(ks) == 0 {
			continue
		}
		f := quoteFinding(c, x, g, ks, cuts)
		f.Level, f.Verdict = level, check.Diverge
		f.Sides = append(f.Sides, lost)
		f.Message = "words of " + speakerOf(g) + " are left out unmarked: " + quoted(lost, 80)
		f.Notes = []check.Line{{Label: "look for", Text: "the whole sentence; then mark the cut or give it in full"}}
		out = append(out, f)
	}
	return out
}

// cuts returns the changes of a match that are cuts.
func cuts(m words.Match) []words.Change {
	var out []words.Change
	for _, k := range m.Changes {
		if k.Left() >= leastCut {
			out = append(out, k)
		}
	}
	return out
}

// cutIn says how grave the cuts between two quotes are, and what words the
// gravest leaves out; [check.Off] if there is none.
func cutIn(c *check.Case, g *align.Group[extract.Quote], k check.Contrast) (check.Level, string) {
	level, lost := check.Off, ""
	a, b := g.Members[k.A], g.Members[k.B]
	wa, wb := align.Words(a.Item), align.Words(b.Item)
	note := func(long align.Member[extract.Quote], ws []words.Word, short int, turns bool) {
		if len(ws) == 0 || carries(c, short, ws) {
			return
		}
		l := check.Info
		if turns || words.Qualifies(ws) {
			l = check.Warning
		} else if len(ws) < leastCut {
			return
		}
		if l.Rank() > level.Rank() {
			level, lost = l, long.Item.Text[ws[0].Start:ws[len(ws)-1].End]
		}
	}
	for _, ch := range k.Match.Changes {
		if n := ch.Left(); n == 0 || n < leastCut && ch.Weight == words.Grave {
			continue
		}
		note(a, wa[ch.A0:ch.A1], b.Article, false)
		note(b, wb[ch.B0:ch.B1], a.Article, false)
	}
	if n := k.Match.Turned; n > 0 && k.Match.TurnedIn == 0 {
		note(a, wa[k.Match.A1:k.Match.A1+n], b.Article, true)
	} else if n > 0 {
		note(b, wb[k.Match.B1:k.Match.B1+n], a.Article, true)
	}
	return level, lost
}

// carries reports whether an article quotes ws anywhere.
func carries(c *check.Case, article int, ws []words.Word) bool {
	for _, q := range c.Items[article].Quotes {
		if q.Form == extract.Indirect {
			continue
		}
		m := words.Compare(ws, align.Words(q))
		if m.Run >= 3 && m.Equal*4 >= 3*len(ws) || len(ws) < 3 && m.Equal == len(ws) && len(ws) == 2 {
			return true
		}
	}
	return false
}
