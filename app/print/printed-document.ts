import type { Language } from "#app/domain/programme/text.ts";

/** A document to be printed, as data: it travels to the thread that draws it. */
export type PrintedDocument = {
  readonly language: Language;
  readonly title: string;
  /** The organisation that issues it. */
  readonly author: string;
  /** Stands in the file, so that the same content always gives the same bytes. */
  readonly createdAt: Date;
  readonly layout?: "portrait" | "landscape";
  /** At the top of every page, left and right. */
  readonly header: readonly [left: string, right: string];
  /** At the bottom of every page, left of the page's number. */
  readonly footer: string;
  readonly parts: readonly PrintedPart[];
};

export type PrintedPart =
  /** The document's name, large, and a line below it. */
  | { readonly kind: "title"; readonly text: string; readonly below?: string }
  | { readonly kind: "heading"; readonly text: string }
  /** Each line of the text is a paragraph of its own. */
  | {
      readonly kind: "paragraph";
      readonly text: string;
      readonly size?: number;
      readonly isMuted?: boolean;
      readonly align?: "left" | "center";
    }
  /** The one short sentence that the document is about, framed. */
  | { readonly kind: "statement"; readonly text: string }
  /** A digest with what it is of, on a line of its own, so that it is copied whole. */
  | { readonly kind: "digest"; readonly label: string; readonly digest: string }
  /** Terms and what they are; pairs without a text are left out. */
  | { readonly kind: "pairs"; readonly pairs: readonly (readonly [term: string, text: string | null | undefined])[] }
  /** The head is repeated on every page. A row has a text for each column. */
  | {
      readonly kind: "table";
      readonly columns: readonly TableColumn[];
      readonly rows: readonly (readonly string[])[];
      /** Of the letters, in points. */
      readonly size?: number;
    }
  /** A box for each person to sign or seal in; `mark` is the word in its corner: "(서명)". */
  | {
      readonly kind: "signatures";
      readonly signatories: readonly { readonly role: string; readonly name: string }[];
      readonly mark: string;
    };

export type TableColumn = {
  readonly header: string;
  /** Its share of the width, beside those of the others. */
  readonly share: number;
  readonly align?: "left" | "right" | "center";
};

export type PartOf<Kind extends PrintedPart["kind"]> = Omit<Extract<PrintedPart, { kind: Kind }>, "kind">;
