package dates_test

import (
	"strings"
	"testing"
)

// published is a Friday.
const published = "2024-05-03"

func TestValues(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		// absolute
		{"It burned on 3 May 2023.", "2023-05-03"},
		{"It burned on 29 February 2024.", "2024-02-29"},
		{"It is to end on 9999-12-31.", "9999-12-31"},
		{"The Sun sat on Sun. 5 May 2024.", "2024-05-05"},
		{"It burned on May 3rd, 2023.", "2023-05-03"},
		{"It burned on Wednesday, the 3rd of May, 2023.", "2023-05-03"},
		{"Filed 2023-05-03.", "2023-05-03"},
		{"Filed on 5/3/23.", "2023-05-03"},
		{"Filed on 23/5/2023.", "2023-05-23"},
		{"It opened in March 1999.", "1999-03"},
		{"It opened in 1999.", "1999"},
		{"It opened in nineteen ninety-nine.", "1999"},
		{"It opened in '99.", "1999"},
		{"It opened in '07.", "2007"},
		{"It fell in 490 BC.", "BC0490"},
		{"It was so on 1 January 0001.", "0001-01-01"},
		// partial
		{"It burned on March 3.", "2024-03-03"},
		{"It burned on December 3.", "2023-12-03"},
		{"It will open on March 3.", "2025-03-03"},
		{"It will open on December 3.", "2024-12-03"},
		{"It burned in November.", "2023-11"},
		{"It will open in November.", "2024-11"},
		{"It will open in January.", "2025-01"},
		{"It rained on Feb. 29.", "2024-02-29"},
		// weekdays
		{"It burned on Friday.", "2024-05-03"},
		{"It burned on Saturday.", "2024-04-27"},
		{"It will open on Saturday.", "2024-05-04"},
		{"It will open on Friday.", "2024-05-03"},
		{"The council is scheduled to meet Monday.", "2024-05-06"},
		{"The road is closed until Tuesday.", "2024-05-07"},
		{"It burned last Friday.", "2024-04-26"},
		{"It opens next Friday.", "2024-05-10"},
		// relative to publication
		{"It burned yesterday.", "2024-05-02"},
		{"It opens the day after tomorrow.", "2024-05-05"},
		{"It burned last week.", "2024-W17"},
		{"It burned last weekend.", "2024-W17-WE"},
		{"It opens this weekend.", "2024-W18-WE"},
		{"It opens next month.", "2024-06"},
		{"It burned last year.", "2023"},
		{"It burned last October.", "2023-10"},
		{"It opens next May.", "2025-05"},
		{"It burned in June last year.", "2023-06"},
		{"It burned two days ago.", "2024-05-01"},
		{"It burned two weeks ago.", "2024-04-19"},
		{"It burned three months ago.", "2024-02"},
		{"It burned 20 years ago.", "2004"},
		{"It burned a decade ago.", "201"},
		// relative to another date
		{"It burned on 3 May 2010. Two days later it rained.", "2010-05-03 2010-05-05"},
		{"It burned on 3 May 2010. The following Monday it rained.", "2010-05-03 2010-05-10"},
		{"It burned on 3 May 2010. The next day it rained.", "2010-05-03 2010-05-04"},
		{"It burned on 3 May 2010. It had burned a year earlier.", "2010-05-03 2009"},
		{"It burned on 3 May 2010. It rained that day.", "2010-05-03 2010-05-03"},
		// ranges
		{"It ran from May 3 to May 5, 2010.", "2010-05-03/2010-05-05"},
		{"It ran between May and July 2010.", "2010-05 2010-07"},
		{"It ran on 3-5 May 2010.", "2010-05-03 2010-05-05"},
		{"The war of 1939-45 was long.", "1939 1945"},
		{"The season 2009-10 was long.", "2009 2010"},
		{"The war of 1846–1848 was long.", "1846 1848"},
		{"It has stood since 2006.", "2006"},
		// durations and sets
		{"It lasted three days.", "P3D"},
		{"It lasted two and a half years.", "P2.5Y"},
		{"It lasted several weeks.", "PXW"},
		{"It fell over the last three months.", "P3M"},
		{"It lasted half an hour.", "PT0.5H"},
		{"It is held every Monday.", "XXXX-WXX-1"},
		{"It is held every two years.", "P2Y"},
		// decades, quarters, seasons
		{"It began in the 1990s.", "199"},
		{"It began in the late '80s.", "198"},
		{"It began in the 20th century.", "19"},
		{"It rose in the third quarter of 2009.", "2009-Q3"},
		{"It rose in the first quarter.", "2024-Q1"},
		{"It rose in Q3 2009.", "2009-Q3"},
		{"It fell in the first half of 2009.", "2009-H1"},
		{"It fell in fiscal 2009.", "FY2009"},
		{"It opens this summer.", "2024-SU"},
		{"It opened in the summer of 2009.", "2009-SU"},
		{"It opened in early 2009.", "2009"},
		// parts of the day and clock times
		{"It burned this morning.", "2024-05-03TMO"},
		{"It burned last night.", "2024-05-02TNI"},
		{"It burned Tuesday evening.", "2024-04-30TEV"},
		{"It burned at 10:30 p.m. on Tuesday.", "2024-04-30T22:30"},
		{"It burned at 7 a.m. EST Tuesday.", "2024-04-30T07:00"},
		{"It burned at 18:00 UTC on Tuesday.", "2024-04-30T18:00Z"},
		{"It burned at noon Tuesday.", "2024-04-30T12:00"},
		// holidays
		{"It burned on Christmas Day.", "2023-12-25"},
		{"It burned on Easter Monday 2024.", "2024-04-01"},
		{"It burned on Thanksgiving 2023.", "2023-11-23"},
		// references
		{"It is now shut.", "PRESENT_REF"},
		{"It was recently shut.", "PAST_REF"},
	} {
		_, ds := datesOf("en", published, tt.text)
		var got []string
		for _, d := range ds {
			got = append(got, d.Value)
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%q: values %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestNoDates(t *testing.T) {
	for _, text := range []string{
		"She is 45 years old.",
		"The 15-year-old won.",
		"A man aged 10 years old fell.",
		"They may march on Aldport.",
		"The March on Aldport drew a crowd.",
		"May he rest.",
		"The sun set on the second fall.",
		"He paid 1,945 dollars.",
		"About 2000 people came.",
		"The 1500 soldiers came.",
		"It cost $2000.",
		"Call 555-2024 now and then.",
		"April Roe won.",
		"They won 3-2.",
		"Shares rose 3/4 of a point.",
		"A third of them and a quarter of us.",
		"Route 1999 is shut.",
		"It was a second term.",
		"He ran it in his 30s.",
	} {
		_, ds := datesOf("en", published, text)
		for _, d := range ds {
			if d.Value != "PRESENT_REF" {
				t.Errorf("%q: found %q as %s", text, d.Text, d.Value)
			}
		}
	}
}

func TestWithoutPublicationNothingRelativeIsResolved(t *testing.T) {
	_, ds := datesOf("en", "", "It burned on Tuesday, last week, in March, on May 3, yesterday, two days ago, this morning and at 10 p.m.")
	if len(ds) < 7 {
		t.Fatalf("%d dates, want 7 and more", len(ds))
	}
	for _, d := range ds {
		if d.Resolved() {
			t.Errorf("%q is %s to %s without a day of publication", d.Text, d.From, d.To)
		}
	}
}

func TestImpossible(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"It was on 31 April 2023.", "April has 30 days"},
		{"It was on 31 April.", "April has 30 days"},
		{"It was on 30 February 2023.", "February 2023 has 28 days"},
		{"It was on 29 February 2023.", "February 2023 has 28 days"},
		{"It was on 29 February 2024.", ""},
		{"It was on Thursday, 27 June 2017.", "27 June 2017 was a Tuesday"},
		{"It was on Tuesday, 27 June 2017.", ""},
		{"It is on Tuesday, May 9.", "9 May 2024 is a Thursday"},
		{"It was on Monday, 25 October 1415.", ""}, // by another calendar
	} {
		_, ds := datesOf("en", published, tt.text)
		if len(ds) != 1 || ds[0].Impossible != tt.want {
			t.Errorf("%q: %+v, want impossible %q", tt.text, ds, tt.want)
		}
	}
}
