/** Where in the input an issue stands: keys and array indexes from the root; empty for the root itself. */
export type Path = readonly (string | number)[];

/** What can be expected of a value, for issues of the wrong type. */
export const EXPECTED_TYPES = [
  "decimal",
  "number",
  "integer",
  "string",
  "boolean",
  "option",
  "object",
  "array",
  "null",
  "function",
] as const;
/** What was expected of a value: a decimal (number or text), a number, a whole number, …, one of a choice's option codes. */
export type ExpectedType = (typeof EXPECTED_TYPES)[number];
/** One expected type, or several with `|` between them: `"string|number"`. */
export type ExpectedTypes = ExpectedType | `${ExpectedType}|${string}`;

/** No details belong to this code. */
export type NoDetails = Readonly<Record<string, never>>;

/**
 * One thing wrong with the input, as data: a stable kebab-case code, its place, and what a sentence about it needs.
 * `T` maps each code to the type of its details, so that `issue.code` narrows `issue.details`. Words stand in the locale.
 */
export type IssueOf<T> = {
  [C in keyof T & string]: { readonly code: C; readonly path: Path; readonly details: T[C] };
}[keyof T & string];

/** What can be wrong with a value before anybody looks at its meaning: it isn't plain JSON of bounded size. */
export interface JsonIssueDetails {
  /** A function, symbol, bigint, class instance, `Date`, NaN, ±Infinity or a hole in an array. */
  readonly "not-json": { readonly received: string };
  /** The value contains itself. */
  readonly cyclic: NoDetails;
  /** Nested deeper than `max` levels. */
  readonly "too-deep": { readonly max: number };
  /** More than `max` values in all. */
  readonly "too-many-values": { readonly max: number };
  /** A text, or a key, of more than `max` UTF-16 units. */
  readonly "too-long": { readonly max: number; readonly length: number };
  /** A getter: reading it would run foreign code. */
  readonly accessor: NoDetails;
  /** A key that no record may have: `__proto__`. */
  readonly "forbidden-key": { readonly key: string };
  /** Looking at the value threw (a hostile proxy, a revoked one). */
  readonly unreadable: NoDetails;
}

/** What can be wrong with a scorecard's definition. */
export interface ScorecardIssueDetails {
  /** The value is of another type than the definition needs here. */
  readonly "wrong-type": { readonly expected: ExpectedTypes; readonly received: string };
  /** A required key is absent. */
  readonly required: NoDetails;
  /** A key that this part of a scorecard doesn't have: most often a misspelling. */
  readonly "unknown-key": { readonly key: string; readonly allowed?: readonly string[] };
  /** Not one of the values that are possible here. */
  readonly "unknown-value": { readonly received: string; readonly allowed: readonly string[] };
  /** Neither a finite number nor a decimal text such as `"12.5"`. */
  readonly "not-a-decimal": { readonly received: string };
  /** A number, or the length of a text, outside its range; its bounds are allowed unless `exclusive`. */
  readonly "out-of-range": {
    readonly received: string;
    readonly least?: number;
    readonly most?: number;
    readonly exclusive?: true;
  };
  /** An id that some store would change or refuse. */
  readonly "unsafe-id": { readonly id: string };
  /** A stored scorecard of a version that this release doesn't know. */
  readonly "unsupported-version": { readonly received: string; readonly supported: readonly number[] };
  /** No indicators, grades, options … where at least `least` are needed. */
  readonly "too-few": { readonly least: number; readonly received: number };
  /** A weight, total or group maximum of zero or less. */
  readonly "not-positive": { readonly received: string };
  /** The weights' exact sum differs from the total. */
  readonly "weights-not-total": { readonly sum: string; readonly total: string };
  /** A weight or a group's `max` with more decimals than the scale shows, or a total above 10^15 of the last decimal. */
  readonly "too-precise": { readonly received: string };
  /** A cap, option, band … that lets points grow beyond what exact scores can carry. */
  readonly "points-too-large": { readonly received: string };
  /** The indicator names a group that isn't declared. */
  readonly "unknown-group": { readonly group: string };
  /** A limit, weight or omission names an indicator that isn't there. */
  readonly "unknown-indicator": { readonly indicator: string };
  /** A limit names a grade that isn't declared. */
  readonly "unknown-grade": { readonly grade: string };
  /** A limit's condition that doesn't suit the kind of its indicator, or that has nothing to compare with. */
  readonly "condition-mismatch": { readonly indicator: string; readonly kind: string };
  /** A `ratio` whose standard is zero or negative has no relative ratio. */
  readonly "standard-not-positive": { readonly standard: string };
  /** `best` equals `standard`: no distance to score along. */
  readonly "best-equals-standard": { readonly standard: string };
  /** A standard score's `max` is not above its weight, or its `min` is above it. */
  readonly "weight-not-between": { readonly weight: string; readonly min: string; readonly max: string };
  /** The cap lies below the floor. */
  readonly "cap-below-floor": { readonly cap: string; readonly floor: string };
  /** Knots don't strictly rise or strictly fall. */
  readonly "knots-unordered": { readonly at: string };
  /** Bands don't strictly rise: two of them overlap. */
  readonly "bands-overlap": { readonly from: string };
  /** The first band doesn't start at `null`: low values would have no band. */
  readonly "bands-gap": { readonly from: string };
  /** A rating's `min` is not below its `max`. */
  readonly "empty-range": { readonly min: string; readonly max: string };
  /** Grades don't strictly fall from the best to the worst. */
  readonly "grades-unordered": { readonly grade: string };
  /** The last grade doesn't start at `null`: low scores would have no grade. */
  readonly "grades-gap": { readonly grade: string };
  /** No complete facts can ever earn this grade: it starts above the highest score. */
  readonly "unreachable-grade": { readonly grade: string; readonly from: string; readonly highest: string };
  /** The same grade stands twice. */
  readonly "duplicate-grade": { readonly grade: string };
}

/** What can be wrong with a fact. A fact with an issue isn't counted: it is as good as unknown, and said to be so. */
export interface FactIssueDetails {
  /** Another type than the indicator takes. */
  readonly "wrong-type": ScorecardIssueDetails["wrong-type"];
  /** Neither a finite number nor a decimal text such as `"12.5"`. */
  readonly "not-a-decimal": { readonly received: string };
  /** Outside the indicator's range (a rating, a share). */
  readonly "outside-range": { readonly received: string; readonly min: string; readonly max: string };
  /** Not one of the choice's option codes. */
  readonly "unknown-option": { readonly received: string; readonly allowed: readonly string[] };
  /** A lower-is-better ratio of zero or less, where no cap says what that is worth. */
  readonly "no-ratio": { readonly received: string };
  /** So far from the standard that the points can't be carried exactly. */
  readonly "points-too-large": { readonly received: string };
  /** Neither a day (`2026-11-21`) nor a moment (`2026-11-21T08:00:00Z`). */
  readonly "not-a-date": { readonly received: string };
  /** Observed after `asOf`: not yet known then. */
  readonly "observed-after-as-of": { readonly observedAt: string; readonly asOf: string };
  /** Says at once a value and that none applies. */
  readonly "contradictory-fact": NoDetails;
  /** No indicator of the scorecard has this id (only `parseFacts` asks). */
  readonly "unknown-indicator": { readonly indicator: string };
  /** Looking at the fact threw. */
  readonly unreadable: NoDetails;
}

/** What can be wrong with a row besides its facts. */
export interface RowIssueDetails {
  /** The host's function that reads the facts of a row threw; `message` is the beginning of what it said. */
  readonly "mapping-failed": { readonly message: string };
}

/** What can be wrong with an argument that a programmer passes. */
export interface ArgumentIssueDetails {
  /** A column that isn't as long as the others. */
  readonly "length-mismatch": { readonly expected: number; readonly received: number };
  /** Neither a day (`2026-11-21`) nor a moment (`2026-11-21T08:00:00Z`). */
  readonly "not-a-date": { readonly received: string };
  /** More than `most` ids, pairs, cells … */
  readonly "too-many": { readonly most: number; readonly received: number };
  /** Not of the form that is asked for. */
  readonly "wrong-format": { readonly format: string; readonly received: string };
  /** Below zero. */
  readonly negative: { readonly received: string };
  /** The id stands earlier in the list. */
  readonly "duplicate-id": { readonly id: string };
  /** Neither a decimal above zero nor a fraction of two such as `"1/3"`. */
  readonly "not-a-ratio": { readonly received: string };
  /** An id is compared with itself. */
  readonly "self-pair": { readonly id: string };
  /** Two ids aren't compared with each other. */
  readonly "missing-pair": { readonly a: string; readonly b: string };
  /** Two ids are compared a second time. */
  readonly "duplicate-pair": { readonly a: string; readonly b: string };
  /** A cell of a matrix of comparisons isn't the reciprocal of its mirror image; on the diagonal: isn't 1. */
  readonly "not-reciprocal": { readonly received: string; readonly expected: string };
  /** The total has fewer units of the last decimal than there are ids: some weight would be zero. */
  readonly "total-too-small": { readonly total: string; readonly least: string };
  /** Every share is zero: no points at all, no column that tells anybody from anybody. */
  readonly "nothing-to-share": NoDetails;
  /** In swing weighting the most worthwhile swing has 100 points: it is what the others are compared with. */
  readonly "largest-not-hundred": { readonly largest: string };
  /** A scorecard other than the one that made the evaluation. */
  readonly "scorecard-mismatch": { readonly expected: string; readonly received: string };
  /** An evaluation whose rows don't come to its score: it was changed since it was made. */
  readonly "score-mismatch": { readonly score: string; readonly expected: string };
  /** A table's or column's name that no quotes make safe: with NUL or half a character in it, or, for Spark, `${`. */
  readonly "unsafe-name": { readonly name: string };
  /** A name of more than `most` bytes in UTF-8, which the engine would cut off. */
  readonly "name-too-long": { readonly name: string; readonly bytes: number; readonly most: number };
  /** A column that would come out under a name that another one has. */
  readonly "duplicate-column": { readonly name: string };
  /** The exact points of an indicator need whole numbers of more than `most` digits. */
  readonly "too-many-digits": { readonly indicator: string; readonly most: number };
  /** Two values in the wrong order: this one, `later`, lies before `earlier`. */
  readonly "out-of-order": { readonly earlier: string; readonly later: string };
  /** Records of more than one client where those of one are needed; two of them are named. */
  readonly "several-clients": { readonly first: string; readonly second: string };
  /** A form has no such field, or only one that comes later. */
  readonly "unknown-field": { readonly field: string };
  /** A computation that doesn't suit the field that it reads, or the one that it fills. */
  readonly "field-mismatch": { readonly field: string; readonly type: string };
  /** No time of day, `"00:00"` … `"24:00"`. */
  readonly "not-a-time": { readonly received: string };
  /** No offset to UTC, `"+08:00"`, within 14 hours. */
  readonly "not-an-offset": { readonly received: string };
  /** A day that is off and worked at once, or has hours of two kinds. */
  readonly "contradictory-day": { readonly day: string };
}

/** What can be wrong with a sweep: a client of the area that nobody visited (A4.1). */
export interface SweepIssueDetails {
  /** Left out. `cause`: why its contacts, if any, don't count. */
  readonly "left-out": { readonly id: string; readonly cause: string };
}

/** What can be wrong with an experience model, besides what can be wrong with any definition. */
export interface ExperienceModelIssueDetails {
  /** Probabilities whose exact sum isn't 1. */
  readonly "not-summing-to-one": { readonly sum: string };
  /** A stage would be left above the threshold that enters it. */
  readonly "leave-above-enter": { readonly enter: string; readonly leave: string };
  /** The higher level speaks less for the later stage than the lower one does. */
  readonly "levels-not-monotone": {
    readonly lower: string;
    readonly higher: string;
    readonly stage: string;
    readonly next: string;
  };
  /** From the later stage a client would get less far than from the earlier one. */
  readonly "transitions-not-monotone": { readonly stage: string; readonly next: string };
  /** A signal that the model doesn't have. */
  readonly "unknown-signal": { readonly signal: string };
}

/** What can be wrong with a filled form, with a record that a form is filled from, or with a text that holds filled forms. */
export interface FormIssueDetails extends JsonIssueDetails {
  /** A field that must be filled isn't. */
  readonly required: NoDetails;
  /** Another type than the field takes. */
  readonly "wrong-type": ScorecardIssueDetails["wrong-type"];
  /** A field that the form doesn't have. */
  readonly "unknown-key": ScorecardIssueDetails["unknown-key"];
  /** Not one of the field's codes. */
  readonly "unknown-value": ScorecardIssueDetails["unknown-value"];
  /** Neither a finite number nor a decimal text such as `"12.5"`. */
  readonly "not-a-decimal": ScorecardIssueDetails["not-a-decimal"];
  /** A number outside of the field's range; its bounds are allowed. */
  readonly "out-of-range": ScorecardIssueDetails["out-of-range"];
  /** A filled form of a version of its shape that this release doesn't know. */
  readonly "unsupported-version": ScorecardIssueDetails["unsupported-version"];
  /** Neither an existing day (`2026-11-21`) nor, where one is possible, a moment in UTC (`2026-11-21T08:30:00Z`). */
  readonly "not-a-date": FactIssueDetails["not-a-date"];
  /** Not of the form that the field takes: `CNY 1200.50` for money, `09:30` for a time of day. */
  readonly "wrong-format": ArgumentIssueDetails["wrong-format"];
  /** Not three capital letters. */
  readonly "not-a-currency": { readonly received: string };
  /** A text with NUL or half a character, which files and databases don't keep; `at` counts UTF-16 units. */
  readonly "unprintable-text": { readonly at: number; readonly character: string };
  /** A computed field that says something else than its rows come to. */
  readonly "not-as-computed": { readonly received: string; readonly computed: string };
  /** Another form than the one that is read. */
  readonly "form-mismatch": { readonly expected: string; readonly received: string };
  /** Fewer than `least`: a text without a line of headers. */
  readonly "too-few": ScorecardIssueDetails["too-few"];
  /** More cells than headers, more lines, more entries … than `most`. */
  readonly "too-many": ArgumentIssueDetails["too-many"];
  /** A column of a text that the form doesn't have; `missing`: the labels of columns to be filled in that the text lacks. */
  readonly "unknown-column": { readonly name: string; readonly missing: readonly string[] };
  /** Two columns of one name, or of two names for one field. */
  readonly "duplicate-column": ArgumentIssueDetails["duplicate-column"];
  /** The lines of one form say different things about it: this one `second`, the form's first, `line`, counted from 0 as in paths, `first`; `""`: nothing. */
  readonly "contradictory-fact": { readonly first: string; readonly second: string; readonly line: number };
  /** Headers that another delimiter sets apart; `expected` is the option to read with. */
  readonly "wrong-delimiter": { readonly received: string; readonly expected: string };
  /** A quoted cell that doesn't end, or goes on behind its closing quote. */
  readonly "misplaced-quote": NoDetails;
  /** The same record stands earlier, or one for the same days. */
  readonly "duplicate-id": ArgumentIssueDetails["duplicate-id"];
  /** Days outside of the period. */
  readonly "outside-range": FactIssueDetails["outside-range"];
  /** The host's function that reads a record threw; `message` is the beginning of what it said. */
  readonly "mapping-failed": RowIssueDetails["mapping-failed"];
}

/** What can be wrong with the definition of a milestone process, besides what any definition can have. */
export interface ProcessIssueDetails {
  /** Somebody else was quicker: the record is at another revision than the one that was decided on. */
  readonly "revision-conflict": { readonly expected: number; readonly received: number };
  /** The same id stands elsewhere in the process, for a thing of the same kind. */
  readonly "duplicate-id": ArgumentIssueDetails["duplicate-id"];
  /** Refers to a milestone, role, form … that the process doesn't have. */
  readonly "unknown-reference": { readonly id: string };
  /** A milestone that leads to itself. */
  readonly "circular-reference": { readonly id: string };
  /** No way leads there from where the process starts. */
  readonly "unreachable-milestone": { readonly milestone: string };
  /** Nothing follows, and it isn't an end either. */
  readonly "dead-end-milestone": { readonly milestone: string };
  /** Milestones that lead only round and round: no end can be reached from them. */
  readonly "no-way-out": { readonly milestones: readonly string[] };
  /** A way back that leads on: from there no way leads to where it comes from. */
  readonly "no-way-back": { readonly milestone: string; readonly from: string };
  /** More persons of a role must approve than have it; none have a role that isn't declared. */
  readonly "approval-impossible": { readonly role: string; readonly count: number; readonly holders: number };
  /** A way to an end avoids the milestone after which effort may arise: there it would be refused for ever. */
  readonly "effort-impossible": { readonly after: string; readonly milestones: readonly string[] };
  /** An id that begins or ends with what can't be seen. */
  readonly "not-an-id": { readonly received: string };
  /** Not a process that `defineProcess` has returned, in this copy of the package. */
  readonly "undefined-process": NoDetails;
}

/**
 * What can be wrong with what a function about a portfolio or one of its clients is given. Classifiers of many rows leave a row with an issue out, of
 * sums too; functions about one client take a faulty field for unknown. Either is said here.
 */
export interface PortfolioIssueDetails extends JsonIssueDetails {
  /** No id, no currency, or another field that must be there. */
  readonly required: NoDetails;
  /** Another type than is needed here. */
  readonly "wrong-type": ScorecardIssueDetails["wrong-type"];
  /** A key that no option, or no list of codes, has: most often a misspelling. Other keys of data are left alone. */
  readonly "unknown-key": ScorecardIssueDetails["unknown-key"];
  /** Not one of the codes that are possible here. */
  readonly "unknown-value": ScorecardIssueDetails["unknown-value"];
  /** Neither a finite number nor a decimal text such as `"12.5"`. */
  readonly "not-a-decimal": ScorecardIssueDetails["not-a-decimal"];
  /** A number outside its range; its bounds are allowed unless `exclusive`. */
  readonly "out-of-range": ScorecardIssueDetails["out-of-range"];
  /** More than 30 decimals. */
  readonly "too-precise": ScorecardIssueDetails["too-precise"];
  /** Fewer entries than `least`. */
  readonly "too-few": ScorecardIssueDetails["too-few"];
  /** More entries than `most`. */
  readonly "too-many": ArgumentIssueDetails["too-many"];
  /** Neither an existing day (`2026-11-21`) nor a moment in UTC (`2026-11-21T08:30:00Z`); `expected`: the one of them that it has to be. */
  readonly "not-a-date": FactIssueDetails["not-a-date"] & { readonly expected?: "day" | "moment" };
  /** Happened after `asOf`: not yet known then. */
  readonly "observed-after-as-of": FactIssueDetails["observed-after-as-of"];
  /** Says at once two things that exclude each other. */
  readonly "contradictory-fact": FactIssueDetails["contradictory-fact"];
  /** Two places say different things of the same: this one `second`, another one `first`. */
  readonly "conflicting-values": { readonly first: string; readonly second: string };
  /** Judged as of another day than the others. */
  readonly "judged-as-of-another-day": { readonly expected: string; readonly received: string };
  /** Two values in the wrong order: `later` lies before `earlier`. */
  readonly "out-of-order": ArgumentIssueDetails["out-of-order"];
  /** The same id stands earlier in the list. */
  readonly "duplicate-id": ArgumentIssueDetails["duplicate-id"];
  /** Refers to an id that isn't among the records given. */
  readonly "unknown-reference": { readonly id: string };
  /** Refers to itself, directly or by others. */
  readonly "circular-reference": { readonly id: string };
  /** A text that is no id of a record: white space or a control character in it, or more than 128 characters. */
  readonly "not-an-id": { readonly received: string };
}

/** A fault of what a function about a portfolio or one of its clients is given; for many rows its path begins with the row's index. */
export type PortfolioIssue = IssueOf<PortfolioIssueDetails>;
/** A client that a sweep left out. */
export type SweepIssue = IssueOf<SweepIssueDetails>;
/** A fault of a filled form, of a record that it is filled from, or of a text that holds it. */
export type FormIssue = IssueOf<FormIssueDetails>;
/** A value that isn't plain JSON. */
export type JsonIssue = IssueOf<JsonIssueDetails>;
/** A fault of a process' definition. */
export type ProcessIssue = IssueOf<ProcessIssueDetails> | ScorecardIssue;
/** A fault of a scorecard's definition. */
export type ScorecardIssue = IssueOf<ScorecardIssueDetails & JsonIssueDetails>;
/** A fault of an argument that holds a list, table or definition of the host's. */
export type ArgumentIssue = IssueOf<ArgumentIssueDetails> | ScorecardIssue;
/** A fault of an experience model. */
export type ExperienceModelIssue = IssueOf<ExperienceModelIssueDetails> | ArgumentIssue;
/** A fault of a fact. */
export type FactIssue = IssueOf<FactIssueDetails & JsonIssueDetails>;
/** A fault of a row of facts. */
export type RowIssue = IssueOf<FactIssueDetails & JsonIssueDetails & RowIssueDetails>;
