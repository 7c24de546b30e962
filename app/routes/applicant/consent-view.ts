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
  /** When it was given; "" when it was not. */
  readonly givenAt: string;
};
