/** A consent, notice or pledge in the page's language, with the five parts that the law asks for. */
export type ConsentView = {
  readonly id: string;
  readonly title: string;
  readonly kind: "consent" | "notice" | "pledge";
  readonly required: boolean;
  readonly text: string;
  readonly purpose: string;
  readonly items: readonly string[];
  readonly retention: string;
  readonly refusal: string;
  readonly note: string;
  readonly recipients: readonly { readonly to: string; readonly purpose: string }[];
  readonly contractors: readonly { readonly contractor: string; readonly task: string }[];
  /** The article of the law it rests on; none for a notice or a pledge. */
  readonly basis: "collect" | "thirdParty" | "sensitive" | null;
  /** What is told instead where the body rests on another basis than consent. */
  readonly alternative: string;
  /** When it was given; "" when it was not. */
  readonly givenAt: string;
  /** Of the rules whose text was agreed to; null when it was not, or nobody asked. */
  readonly givenVersion: number | null;
  /** When it was taken back last; "" while it stands or was never given. */
  readonly withdrawnAt: string;
};
