package model

// Kinds of numbers that features hash, kept apart from each other.
const (
	kindTag = iota + 1
	kindUPOS
	kindAmb
	kindClass
	kindLabel = kindClass + NumClasses
	kindDistance
	kindValency
	kindBetween
	kindTemplate
)

// NumTagFeatures is how many features a tag decision has.
const NumTagFeatures = 43

var edge = Word{Form: none, Shape: none, Sign: none, Amb: none, Class: [NumClasses]uint64{none, none, none}}

// TagFeatures writes the features of the tag of words[i], where the two tags
// before it are t1 (the nearer) and t2, each one of TagHash.
func TagFeatures(f *[NumTagFeatures]uint64, words []Word, i int, t1, t2 uint64) {
	at := func(j int) *Word {
		if j < 0 || j >= len(words) {
			return &edge
		}
		return &words[j]
	}
	w, p1, p2, n1, n2 := at(i), at(i-1), at(i-2), at(i+1), at(i+2)
	shape := w.Shape
	if i == 0 || i == 1 && !p1.Letter {
		shape += 1 // a capital says nothing at the start
	}
	k := 0
	add := func(a, b, c uint64) {
		f[k] = join(a, b, c, 0, tagTemplates[k])
		k++
	}
	add(w.Form, 0, 0)
	add(w.Form, shape, 0)
	add(w.Form, t1, 0)
	add(w.Form, t1, t2)
	add(w.Form, n1.Form, 0)
	add(w.Form, p1.Form, 0)
	add(w.Form, n1.Amb, 0)
	add(w.Form, t1, n1.Amb)
	add(t1, 0, 0)
	add(t1, t2, 0)
	add(t1, w.Amb, n1.Amb)
	add(t1, t2, w.Amb)
	add(w.Amb, n1.Amb, n2.Amb)
	add(w.Amb, n1.Amb, n1.Form)
	add(p1.Form, 0, 0)
	add(p2.Form, 0, 0)
	add(n1.Form, 0, 0)
	add(n2.Form, 0, 0)
	add(p1.Form, p2.Form, 0)
	add(n1.Form, n2.Form, 0)
	add(t1, n1.Form, 0)
	for j := range 4 {
		add(w.Prefix[j], 0, 0)
		add(w.Suffix[j], 0, 0)
	}
	add(shape, 0, 0)
	add(shape, t1, 0)
	add(shape, p1.Shape, n1.Shape)
	add(w.Suffix[2], shape, 0)
	add(w.Suffix[2], t1, 0)
	add(w.Suffix[1], n1.Amb, 0)
	add(p1.Suffix[2], t1, 0)
	add(n1.Suffix[2], 0, 0)
	add(w.Class[1], 0, 0)
	add(w.Class[2], t1, 0)
	add(w.Class[1], n1.Class[1], 0)
	add(p1.Class[1], w.Class[1], n1.Class[1])
	add(n1.Class[2], t1, 0)
	add(w.Sign, t1, n1.Form)
}

var tagTemplates = func() (t [NumTagFeatures]uint64) {
	for i := range t {
		t[i] = Number(kindTemplate, i)
	}
	return t
}()

// TagHash is the hash of a tag by its index; -1 is the edge of the sentence.
func TagHash(tag int) uint64 { return Number(kindTag, tag) }
