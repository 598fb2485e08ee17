package dates_test

import (
	"strings"
	"testing"
	"time"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/corpus/text"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/dates"
)

func valuesIn(lang, s string) string {
	doc := &corpus.Document{Ref: corpus.Ref{Lang: lang, Published: time.Date(2024, 5, 3, 0, 0, 0, 0, time.UTC)}, Text: s}
	doc.Blocks = []corpus.Block{{Span: text.Span{End: len(s)}, Kind: corpus.Paragraph}}
	var out []string
	for _, d := range extract.Run(doc, dates.Words).Dates {
		out = append(out, d.Value)
	}
	return strings.Join(out, " ")
}

func TestArrangements(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"en", "Join us from May to July.", "2024-05-01/2024-07-01"},
		{"en", "The hall was shut from May to July.", "2024-05 2024-07"},
		{"en", "We will close from November to March.", "2024-11-01/2025-03-01"},
		{"en", "Were you in town between 2014 and 2018?", "2014-01-01/2018-01-01"},
		{"en", "We moved the fair from Friday to Monday.", "2024-05-03 2024-04-29"},
		{"en", "We will be away next three days.", "2024-05-04/2024-05-07"},
		{"en", "It will last for the next three days.", "P3D"},
		{"en", "We were away for the last two years.", "P2Y"},
		{"en", "Can we meet in the following two quarters?", "2024-07-01/2025-01-01"},
		{"en", "I left two months ago.", "2024-03-03"},
		{"en", "He left two months ago.", "2024-03"},
		{"en", "Shall we leave before 2030?", "/2030-01-01"},
		{"en", "They left before 2010.", "2010"},
		{"en", "Meet us after 6 p.m.", "T18:00/"},
		{"es", "Estaremos fuera de enero a marzo.", "2024-01-01/2024-03-01"},
		{"es", "El próximo lunes volveré.", "2024-05-06"},
		{"es", "Volveremos en dos semanas.", "2024-05-17"},
	} {
		if got := valuesIn(tt.lang, tt.text); got != tt.want {
			t.Errorf("%q: values %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestSpokenClockTimes(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"en", "It began at half past seven.", "T07:30"},
		{"en", "It began on Tuesday at a quarter to six in the evening.", "2024-04-30T17:45"},
		{"en", "It began at 20 minutes past eight.", "T08:20"},
		{"en", "It began at seven thirty.", "T07:30"},
		{"en", "It began at 1140 a.m.", "T11:40"},
		{"en", "They lost by half.", ""},
		{"en", "A quarter to a third of them left.", ""},
		{"es", "Empezó a las siete y media.", "T07:30"},
		{"es", "Empezó a las ocho menos cuarto de la mañana.", "T07:45"},
	} {
		if got := valuesIn(tt.lang, tt.text); got != tt.want {
			t.Errorf("%q: values %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestTimesWithoutADay(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"A fire broke out on Thursday night. By 9 p.m. it was out.", "2024-05-02TNI 2024-05-02T21:00"},
		{"At 9 p.m. on its side of town a fire broke out Thursday.", "2024-05-02T21:00 2024-05-02"},
		{"It opened on Monday. Many came. The fire began at 9 p.m.", "2024-04-29 T21:00"},
		{"It began at 9 p.m.", "T21:00"},
	} {
		if got := valuesIn("en", tt.text); got != tt.want {
			t.Errorf("%q: values %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestPartsOfMonths(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"It opens on the first Monday of next month.", "2024-06-03"},
		{"It opens on the last Friday of May.", "2024-05-31"},
		{"It opens on the 15th day of next month.", "2024-06-15"},
		{"It opens in the last week of July.", "2024-W31"},
		{"It opens the week after next.", "2024-W20"},
		{"It opens on the 19th of every month.", "XXXX-XX-19"},
		{"It opens Tuesdays at 9 a.m.", "XXXX-WXX-2T09:00"},
	} {
		if got := valuesIn("en", tt.text); got != tt.want {
			t.Errorf("%q: values %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestOrderOfDayAndMonth(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Filed on 3/4/2024.", "2024-03-04"},
		{"Filed on 23/5/2023, answered on 3/4/2024.", "2023-05-23 2024-04-03"},
		{"Filed on 23/5/2023 and 5/23/2023, answered on 3/4/2024.", "2023-05-23 2023-05-23 2024-03-04"},
	} {
		if got := valuesIn("en", tt.text); got != tt.want {
			t.Errorf("%q: values %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestNumbersAreNoDecades(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Murieron treinta personas.", ""},
		{"Detuvieron a los treinta hombres.", ""},
		{"Nació en los noventa.", "199"},
		{"Nació en los años noventa.", "199"},
		{"Nació en mil novecientos noventa y dos.", "1992"},
	} {
		if got := valuesIn("es", tt.text); got != tt.want {
			t.Errorf("%q: values %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestAYearEarlierIsOfTheMonthLastSpokenOf(t *testing.T) {
	const s = "Profit rose in the first quarter. In March sales rose 3 percent from a year earlier."
	if got, want := valuesIn("en", s), "2024-Q1 2024-03 2023-03"; got != want {
		t.Errorf("%q: values %q, want %q", s, got, want)
	}
}
