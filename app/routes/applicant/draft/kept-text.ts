import type { Entries } from "./form-entries.ts";

/** Text that the server has not got yet, kept in this browser. */
export type KeptText = {
  readonly accountId: string;
  /** The stored text that it rests on. */
  readonly revision: number;
  readonly edition: string;
  readonly entries: Entries;
  /** Which tab it was typed in. */
  readonly tab: string;
};

/** Which section of which application. */
export type Place = { readonly applicationId: string; readonly sectionId: string };

const PREFIX = "draft ";
const keyOf = ({ applicationId, sectionId }: Place) => `${PREFIX}${applicationId} ${sectionId}`;

/** False where the browser keeps nothing: storage switched off, or full. */
export function keepText(place: Place, text: Omit<KeptText, "tab">): boolean {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify({ ...text, tab: thisTab() }));
    return true;
  } catch {
    return false;
  }
}

export function findKeptText(place: Place): KeptText | undefined {
  try {
    return (JSON.parse(localStorage.getItem(keyOf(place)) ?? "null") as KeptText | null) ?? undefined;
  } catch {
    return undefined;
  }
}

export function dropKeptText(place: Place): void {
  dropKeys((key) => key === keyOf(place));
}

/** At sign-out everything; when somebody else has signed in on this browser, what is not theirs. */
export function dropKeptTexts({ except }: { readonly except?: string } = {}): void {
  dropKeys((key, value) => except === undefined || !value.includes(`"accountId":${JSON.stringify(except)}`));
}

function dropKeys(drops: (key: string, value: string) => boolean): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX) && drops(key, localStorage.getItem(key) ?? "")) localStorage.removeItem(key);
    }
  } catch {
    // A browser without storage has kept nothing.
  }
}

/** The same before and after a reload, another one in every other tab. */
export function thisTab(): string {
  try {
    const known = sessionStorage.getItem("tab") ?? Math.random().toString(36).slice(2);
    sessionStorage.setItem("tab", known);
    return known;
  } catch {
    return "";
  }
}
