// The form that the sweep fills in at every dealer: of the handbook's client survey form only what judges a dealer (A7) and finds target clients (A5), all of it required.
import { defineSurvey } from "keyaccount";
import { clientSurvey } from "keyaccount/handbook";

const asked = clientSurvey.questions;
const required = { required: true } as const;

/** Twenty questions: the sixteen indicators of the dealers' scorecard, and the two tests of a target client. */
export const sweepForm = defineSurvey({
  id: "town-sweep",
  version: "1",
  questions: {
    marketInfluence: { ...asked.marketInfluence, ...required },
    majorBrands: { ...asked.majorBrands, ...required },
    relationNetwork: { ...asked.relationNetwork, ...required },
    reputation: { ...asked.reputation, ...required },
    sellThrough: { ...asked.sellThrough, ...required },
    brandStrength: { ...asked.brandStrength, ...required },
    distributionMargin: { ...asked.distributionMargin, ...required },
    creditRecord: { ...asked.creditRecord, ...required },
    salesTeam: { ...asked.salesTeam, ...required },
    managementSystem: { ...asked.managementSystem, ...required },
    topManagement: { ...asked.topManagement, ...required },
    ownEngineers: { ...asked.ownEngineers, ...required },
    afterSales: { ...asked.afterSales, ...required },
    marketingNetwork: { ...asked.marketingNetwork, ...required },
    networkEfficiency: { ...asked.networkEfficiency, ...required },
    marketingTeam: { ...asked.marketingTeam, ...required },
    philosophyFit: { ...asked.philosophyFit, ...required },
    growthPotential: { ...asked.growthPotential, ...required },
    strength: { ...asked.strength, ...required },
    willingness: { ...asked.willingness, ...required },
  },
});
