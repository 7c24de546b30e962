/** waiting -> open (reviews, imports) -> closed (computed, shortlisted) -> approved (second administrator) -> published. */
export const stageStatuses = ["waiting", "open", "closed", "approved", "published"] as const;
export type StageStatus = (typeof stageStatuses)[number];

export const stageOutcomes = ["pending", "passed", "failed", "absent", "excluded"] as const;
export type StageOutcome = (typeof stageOutcomes)[number];
