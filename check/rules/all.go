// Package rules holds the rules, one file each, and their list.
package rules

import "github.com/newsvet/newsvet/check"

// All lists the rules in the order of their names.
var All = []*check.Rule{
	AnonymousOnly,
	CircularSourcing,
	CorrectionUnapplied,
	DateConflict,
	DateOutOfRange,
	DenialConflict,
	FigureBaseConflict,
	FigureConflict,
	FigureQualifierDrift,
	FigureUnitConflict,
	FigureUnsourced,
	FigureUntraceable,
	FigureUpdate,
	HeadlineFigureMismatch,
	HeadlineQuoteMismatch,
	ListCountMismatch,
	NameConflict,
	NameDrift,
	ParaphraseConflict,
	PartsTotalMismatch,
	PercentChangeMismatch,
	PrimaryMismatch,
	QuoteCut,
	QuoteFromParaphrase,
	QuoteSelection,
	QuoteSpeakerConflict,
	QuoteUnattributed,
	QuoteUnclosed,
	QuoteWording,
	RatioPercentMismatch,
	RoleAgeDrift,
	SingleSource,
	StatusConflict,
	UnitConversionMismatch,
	VagueSource,
	WeekdayDateMismatch,
}
