/** The ids of the key-account process. */
export interface KeyAccountProcessIds {
  readonly milestone: "planning" | "visit" | "approval" | "deep-contact" | "solution" | "bid" | "contract" | "delivery";
  readonly standard:
    | "selection-criteria-met"
    | "situation-known"
    | "right-contact-found"
    | "advantages-presented"
    | "relation-begun"
    | "design-or-bid-agreed"
    | "need-clear"
    | "value-fits"
    | "team-formed"
    | "need-confirmed-in-writing"
    | "decision-map-complete"
    | "inside-supporters-won"
    | "accepted-by-evaluators"
    | "advantages-in-specification"
    | "commercial-frame-known"
    | "bid-complete-and-in-time"
    | "mandatory-requirements-met"
    | "decider-preference-known"
    | "terms-agreed"
    | "contract-signed"
    | "credit-and-payment-terms-approved"
    | "delivered-and-accepted"
    | "paid-as-agreed"
    | "handed-over-to-care";
  readonly task:
    | "rank-industries"
    | "search-leads"
    | "study-client"
    | "make-appointment"
    | "visit-client"
    | "report-visit"
    | "review-client"
    | "form-team"
    | "enter-into-crm"
    | "map-decision-makers"
    | "meet-decision-makers"
    | "write-need-statement"
    | "design-solution"
    | "present-solution"
    | "quote-prices"
    | "write-bid"
    | "hand-in-bid"
    | "negotiate-terms"
    | "sign-contract"
    | "deliver-goods"
    | "collect-payment"
    | "complete-archive";
  readonly form:
    | "lead-summary"
    | "project-application"
    | "decision-map"
    | "need-statement"
    | "solution-document"
    | "quotation"
    | "bid-file"
    | "contract-review"
    | "delivery-note"
    | "payment-plan";
  readonly field: "number" | "client" | "area" | "industry" | "revenue" | "class" | "source" | "date";
  readonly approval: "application-by-manager" | "application-by-director" | "bid-review";
  readonly role: "seller" | "engineer" | "ka-manager" | "ka-director";
  readonly cause:
    | "need-not-met"
    | "mismatch"
    | "client-obstacles"
    | "bound-to-rival"
    | "price"
    | "solution-rejected"
    | "project-cancelled"
    | "no-decision"
    | "trust-not-won";
}
