import { answerDeferredAcceptance } from "./families/deferred-acceptance.ts";
import { answerRefill } from "./families/refill.ts";
import { answerTrackMatching } from "./families/track-matching.ts";
import { answerSeverityMfrm } from "./families/severity-mfrm.ts";
import { answerIcc } from "./families/icc.ts";
import { answerKendallW } from "./families/kendall-w.ts";
import { answerKrippendorffAlpha } from "./families/krippendorff-alpha.ts";
import { answerReviewerZscore } from "./families/reviewer-zscore.ts";
import { answerDesignConnectivity } from "./families/design-connectivity.ts";
import { answerCutoffUncertainty } from "./families/cutoff-uncertainty.ts";
import { answerSeverityAdditive } from "./families/severity-additive.ts";
import { answerSeverityMixedKnown } from "./families/severity-mixed-known.ts";
import { answerSeverityMixed } from "./families/severity-mixed.ts";
import { answerBeacon } from "./families/beacon.ts";
import { answerCanonicalJson } from "./families/canonical-json.ts";
import { answerHashChain } from "./families/hash-chain.ts";
import { answerLottery } from "./families/lottery.ts";
import { answerMerkle } from "./families/merkle.ts";
import { answerDecimalRounding } from "./families/decimal-rounding.ts";
import { answerMultistage } from "./families/multistage.ts";
import { answerQuotaSelection } from "./families/quota-selection.ts";
import { answerReserveRules } from "./families/reserve-rules.ts";
import { answerReviewerAssignment } from "./families/reviewer-assignment.ts";
import { answerScale } from "./families/scale.ts";
import { answerScoreSelect } from "./families/score-select.ts";
import { answerScoringEdge } from "./families/scoring-edge.ts";

/** Answers one case's input; throws where the input is not of the family's shape. */
type Answer = (input: unknown) => unknown;

/** By the family's name in the case file. */
export const families: Readonly<Record<string, Answer>> = {
  icc: answerIcc,
  kendall_w: answerKendallW,
  krippendorff_alpha: answerKrippendorffAlpha,
  reviewer_zscore: answerReviewerZscore,
  design_connectivity: answerDesignConnectivity,
  cutoff_uncertainty: answerCutoffUncertainty,
  beacon: answerBeacon,
  canonical_json: answerCanonicalJson,
  hash_chain: answerHashChain,
  lottery: answerLottery,
  merkle: answerMerkle,
  decimal_rounding: answerDecimalRounding,
  multistage: answerMultistage,
  quota_selection: answerQuotaSelection,
  reserve_rules: answerReserveRules,
  reviewer_assignment: answerReviewerAssignment,
  scale: answerScale,
  score_select: answerScoreSelect,
  scoring_edge: answerScoringEdge,
  severity_additive: answerSeverityAdditive,
  severity_mixed: answerSeverityMixed,
  severity_mixed_known: answerSeverityMixedKnown,
  severity_mfrm: answerSeverityMfrm,
  deferred_acceptance: answerDeferredAcceptance,
  refill: answerRefill,
  track_matching: answerTrackMatching,
};
