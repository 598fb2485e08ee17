package dates

// slots is what a pattern has said so far and not used yet.
type slots struct {
	ord, num int
	vague    bool
}

// take reads one atom of what a pattern matched.
func (e *expr) take(a atom, st *slots) {
	v := int(a.v)
	switch a.class {
	case cMonth:
		e.month = v
	case cWeekday:
		e.weekday, e.often = v, e.often || a.w == 1
		if st.ord > 0 && st.ord <= 5 && e.action == actRelative {
			e.nth, st.ord = st.ord, 0 // the first Monday of …
		}
	case cDay, cOrdN:
		if e.day != none && e.action == actSpan {
			e.dayTo = v
		} else {
			e.day = v
		}
	case cYear, cYY:
		e.year = v
	case cSpan:
		e.year, e.yearTo = v, int(a.w)
	case cNumDate:
		e.month, e.day = int(a.w), int(a.u)
		if v >= 0 {
			e.year = v
		}
	case cDecade:
		e.decade = v
	case cSeason:
		e.season = v
	case cPart:
		e.part, e.often = v, e.often || a.w == 1 && e.weekday != none
	case cHoliday:
		e.holiday = v
	case cClock, cHour:
		e.takeClock(a)
	case cZone:
		e.zone, e.summer = v, a.w != 0
	case cQ:
		if unit(a.w) == half {
			e.half = v
		} else {
			e.quarter = v
		}
	case cHalf:
		e.takeHalf(st)
	default:
		if !e.takeNumber(a, v, st) {
			e.takeWord(a, v, st)
		}
	}
}

// takeClock reads a clock time, or the end of a stretch between two.
func (e *expr) takeClock(a atom) {
	v := int(a.v)
	if e.clock == none {
		e.clock, e.clockPrec, e.clockKnown = v, int(a.w), a.u == clockKnown
		return
	}
	if e.clockTo = v; e.clock == 24*60 {
		e.clock = 0 // from midnight to 6
	}
	if a.u == clockKnown && !e.clockKnown && e.clock < 12*60 && v >= 12*60 && e.clock+12*60 < v {
		e.clock += 12 * 60 // "3 to 5 p.m."
	}
}

// takeNumber reads numbers and what they count.
func (e *expr) takeNumber(a atom, v int, st *slots) bool {
	switch a.class {
	case cOrd:
		st.ord = v
	case cNum:
		st.num, st.vague = v, v < 0
	case cA:
		if st.num != 5 { // half an hour
			st.num = v * 10
		}
	case cVague:
		st.num, st.vague = -1, true
	case cUnit, cUnits:
		e.takeUnit(unit(v), st)
	default:
		return false
	}
	return true
}

func (e *expr) takeHalf(st *slots) {
	switch {
	case st.ord == 1 || st.ord == 2:
		e.half, st.ord = st.ord, 0
	case e.dir != none && e.unit == noUnit:
		e.half = 2
		if e.dir == 1 {
			e.half = 1
		}
		e.dir = none
	case len(e.amounts) > 0 && e.amounts[len(e.amounts)-1].tenths > 0:
		e.amounts[len(e.amounts)-1].tenths += 5 // a year and a half
	case e.action == actDuration || e.action == actAgo:
		if st.num == 0 || st.num == 10 && e.action != actNone {
			st.num = 5
		}
	}
}

func (e *expr) takeUnit(u unit, st *slots) {
	switch {
	case u == half && (st.ord == 1 || st.ord == 2) && e.action == actRelative:
		e.half, st.ord = st.ord, 0 // segundo semestre
	case u == quarter && st.ord > 0 && st.ord <= 4 && e.action != actDuration && e.action != actSet:
		e.quarter, st.ord = st.ord, 0
	case u == quarter && e.dir == -1 && e.action == actRelative && e.isFinal:
		e.quarter, e.dir = 4, none
	case u == century && st.ord > 0:
		e.century, st.ord = st.ord-1, 0
	case e.action == actDuration || e.action == actAgo || e.action == actSet:
		n := st.num
		if n == 0 && e.path[0].class >= cLiteral && len(e.path) == 2 && u < decade && e.action == actDuration {
			n = 10 // all day
		}
		if st.vague || n == 0 {
			n = -1
			if !st.vague && e.action != actDuration {
				n = 10
			}
		}
		e.amounts = append(e.amounts, amount{n, u})
		st.num, st.vague = 0, false
		if e.unit == noUnit && e.action != actAgo {
			e.unit = u
		}
	case u == night && e.holiday != none:
		e.part = codeOf(dayParts[:], "NI") // Christmas night
	default:
		if st.ord != 0 && e.unit == noUnit {
			e.nth, st.ord = st.ord, 0
		}
		if e.unit != noUnit && e.dir == none && e.nth == 0 {
			break
		}
		if e.nth != 0 && e.unit != noUnit {
			e.outer = u
			break
		}
		e.unit = u
	}
}

func (e *expr) takeWord(a atom, v int, st *slots) {
	if a.class >= cLiteral && a.v != 0 {
		switch {
		case a.v == workday:
			e.working = true
		case e.action == actAgo:
			e.side = min(v, 1)
		case a.v != fromOn && e.clock == none:
			e.inner = v
		}
	}
	if e.takeDirection(a, v) {
		return
	}
	switch a.class {
	case cToday:
		e.today = v
	case cTonight:
		e.today, e.part = v, codeOf(dayParts[:], "NI")
	case cMod, cModOf:
		e.mod = mod(v)
	case cHedge:
		e.hedged, e.loose = true, mod(v)
	case cAgo, cHace:
		e.ago, e.fromPub = v, true
	case cLater, cBefore:
		e.ago = v
	case cFiscal:
		e.fiscal = true
	case cBC:
		e.bc = true
	case cPeriod:
		e.period = true
	case cEvery:
		e.every = v
	case cPer:
		e.every = 1
	case cFreq:
		e.every, e.unit = 1, unit(v)
	case cFreq2:
		e.every, e.unit = 2, unit(v)
	case cFreqH:
		e.every, e.unit = -2, unit(v)
	}
}

// takeDirection reads words that point on or back: last, this, the following.
func (e *expr) takeDirection(a atom, v int) bool {
	switch a.class {
	case cFinal:
		e.dir, e.isFinal = -1, true
	case cDir, cStep:
		if e.dir == -1 && (e.weekday != none || e.unit == week || e.unit == day) {
			e.nth = -1 // the last Monday of next month
		}
		e.dir = v
	case cComing, cPast:
		e.ref, e.refKind = v, true
		if e.dir = v; e.action == actRef {
			e.dir = none
		}
	case cThis, cCurrent:
		if e.action == actRef {
			e.ref, e.refKind = v, true
		} else {
			e.dir = 0
		}
	case cRef, cRecent:
		e.ref, e.refKind = v, true
	case cLatest:
		e.then = latest
	case cSame, cThat:
		e.then = same
	case cFoll:
		e.then = following
	case cPrev:
		e.then = preceding
	default:
		return false
	}
	return true
}
