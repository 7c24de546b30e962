import type { LateAnswer } from "../late-answer.server.ts";

/** How what is typed stands to what is stored. */
export type DraftState =
  | { readonly kind: "as-stored" }
  | { readonly kind: "saved"; readonly at: string }
  /** `kept`: in this browser; otherwise only on this page. */
  | { readonly kind: "unsent"; readonly kept: boolean }
  /** Too late: nothing is sent any more. */
  | { readonly kind: "late"; readonly late: LateAnswer }
  | { readonly kind: "conflict" | "signed-out" | "refused" };
