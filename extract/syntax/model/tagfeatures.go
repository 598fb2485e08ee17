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

// A tagAtom is what a template of tags may look at: of the word, of those before
// it and after it, or the two tags before it, t1 the nearer.
type tagAtom uint8

const (
	_ tagAtom = iota // nothing
	t1
	t2
	w
	wShape
	wAmb
	wClass1
	wClass2
	wSign
	wPrefix1
	wPrefix2
	wPrefix3
	wPrefix4
	wSuffix1
	wSuffix2
	wSuffix3
	wSuffix4
	p1
	p1Shape
	p1Class1
	p1Suffix3
	p2
	n1
	n1Shape
	n1Amb
	n1Class1
	n1Class2
	n1Suffix3
	n2
	n2Amb
)

// tagTemplates are the features of a tag, those of the first look first.
var tagTemplates = [NumTagFeatures][3]tagAtom{
	{w}, {wClass1}, {wSuffix3, wShape}, {wShape, t1}, {wSuffix2, n1Amb}, {wPrefix1}, {wAmb, n1Amb, n1}, {wSuffix4}, {wClass1, n1Class1}, {wShape},
	// the second look
	{w, wShape}, {w, t1}, {w, t1, t2}, {w, n1}, {w, p1}, {w, n1Amb}, {w, t1, n1Amb}, {t1}, {t1, t2}, {t1, wAmb, n1Amb}, {t1, t2, wAmb},
	{wAmb, n1Amb, n2Amb}, {p1}, {p2}, {n1}, {n2}, {p1, p2}, {n1, n2}, {t1, n1}, {wSuffix1}, {wPrefix2}, {wSuffix2}, {wPrefix3}, {wSuffix3}, {wPrefix4},
	{wShape, p1Shape, n1Shape}, {wSuffix3, t1}, {p1Suffix3, t1}, {n1Suffix3}, {wClass2, t1}, {p1Class1, wClass1, n1Class1}, {n1Class2, t1},
	{wSign, t1, n1},
}

var tagSeeds = func() (seeds [NumTagFeatures]uint64) {
	for i := range seeds {
		seeds[i] = Number(kindTemplate, i)
	}
	return seeds
}()

func tagFeature(a *[32]uint64, i int) uint64 {
	t := &tagTemplates[i]
	return join(a[t[0]&31], a[t[1]&31], a[t[2]&31], 0, tagSeeds[i])
}

// TagFeatures writes the features of the tag of words[i], where the two tags
// before it are last (the nearer) and former, each one of TagHash.
func TagFeatures(f *[NumTagFeatures]uint64, words []Word, i int, last, former uint64) {
	var a [32]uint64
	tagAtoms(&a, words, i, last, former)
	for i := range f {
		f[i] = tagFeature(&a, i)
	}
}

func tagAtoms(a *[32]uint64, words []Word, i int, last, former uint64) {
	near := func(j int) *Word {
		if j < 0 || j >= len(words) {
			return &edge
		}
		return &words[j]
	}
	word, prev, next, far := &words[i], near(i-1), near(i+1), near(i+2)
	a[t1], a[t2] = last, former
	a[w], a[wShape], a[wAmb], a[wSign] = word.Form, word.Shape, word.Amb, word.Sign
	if i == 0 || i == 1 && !prev.Letter {
		a[wShape]++ // a capital says nothing at the start
	}
	a[wClass1], a[wClass2] = word.Class[1], word.Class[2]
	a[wPrefix1], a[wPrefix2], a[wPrefix3], a[wPrefix4] = word.Prefix[0], word.Prefix[1], word.Prefix[2], word.Prefix[3]
	a[wSuffix1], a[wSuffix2], a[wSuffix3], a[wSuffix4] = word.Suffix[0], word.Suffix[1], word.Suffix[2], word.Suffix[3]
	a[p1], a[p1Shape], a[p1Class1], a[p1Suffix3] = prev.Form, prev.Shape, prev.Class[1], prev.Suffix[2]
	a[p2] = near(i - 2).Form
	a[n1], a[n1Shape], a[n1Amb], a[n1Suffix3] = next.Form, next.Shape, next.Amb, next.Suffix[2]
	a[n1Class1], a[n1Class2] = next.Class[1], next.Class[2]
	a[n2], a[n2Amb] = far.Form, far.Amb
}

// TagHash is the hash of a tag by its index; -1 is the edge of the sentence.
func TagHash(tag int) uint64 { return Number(kindTag, tag) }
