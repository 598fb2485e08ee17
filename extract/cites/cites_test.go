package cites_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsvet/newsvet/corpus"
	"github.com/newsvet/newsvet/extract"
	"github.com/newsvet/newsvet/extract/cites"
)

func items(body string) extract.Items {
	return extract.Run(corpus.Plain(corpus.Ref{Name: "a", Lang: "en"}, body), cites.Extractor)
}

func TestCites(t *testing.T) {
	for body, want := range map[string][]string{
		"The mayor will resign, as reported by the Aldport Courier.":                {"says Aldport Courier"},
		"“We are ready,” Roe told the Bugle.":                                       {"told Bugle"},
		"“We are ready,” Roe told the Bugle newspaper on Friday.":                   {"told Bugle"},
		"According to a report in the Brant Courier, 31 people died.":               {"says Brant Courier"},
		"The Courier first reported the deal on Sunday.":                            {"says Courier"},
		"The Courier said the bridge was closed.":                                   {"says Courier"},
		"The council was told of the deal, the Aldport Bugle reported.":             {"says Aldport Bugle"},
		"Jane Roe said so in an interview with the Aldport Bugle.":                  {"told Aldport Bugle"},
		"Local media said 46 people had died.":                                      {"unnamed "},
		"According to local media, the bridge is closed.":                           {"unnamed "},
		"Press reports of a deal were denied.":                                      {"unnamed "},
		"The mayor reported to the council that the bridge was closed.":             nil,
		"She told Jane Roe that it was over.":                                       nil,
		"“The Courier reported it,” she said.":                                      nil,
		"He hung up his press pass and read the news at home, far from all courts.": nil,
	} {
		var got []string
		for _, c := range items(body).Cites {
			got = append(got, string(c.Act)+" "+c.Name)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", body, diff)
		}
	}
}

func TestCorrections(t *testing.T) {
	for body, want := range map[string]string{
		"An earlier version of this article said 46 people had died; it is 31.":                         "| 46 people had died",
		"An earlier version of this story mistakenly said that the bridge cost $48 million.":            "| that the bridge cost $48 million",
		"Correction: An earlier version misstated the number of dead. It was 31, not 46.":               "| the number of dead | 46",
		"CORRECTION: The number of dead is 31, not 46 as stated.":                                       "| 46",
		"(Corrects number of dead to 31 from 46)":                                                       "| 46",
		"• This article was amended on 4 May. An earlier version said the ferry sank in 1948 in Brant.": "| the ferry sank in 1948 in Brant",
		"This article has been retracted.":                                                              "whole",
		"The Courier has retracted its report that 46 people had died.":                                 "Courier | 46 people had died",
		"The Courier has withdrawn the story.":                                                          "Courier whole",
		"The mayor refused to sign an earlier version of the bill that included a tax of 3 percent.":    "",
		"An earlier report said 46 people had died.":                                                    "",
		"Roe withdrew the report that she had given to the council.":                                    "Roe | she had given to the council",
		"The correction of the course cost 3 hours.":                                                    "",
	} {
		got := ""
		for _, c := range items(body).Corrections {
			got += c.Name
			if c.Whole {
				got += " whole"
			}
			for _, w := range c.Wrong {
				got += " | " + w.Of(body)
			}
		}
		if got = strings.TrimSpace(got); got != want {
			t.Errorf("%s: got %q, want %q", body, got, want)
		}
	}
}
