package dates

func (r *reader) tenseAt(e *expr) tense { return noTense }
