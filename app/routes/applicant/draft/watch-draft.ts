import { LATE_HEADER, RECEIPT_HEADER, type AutosaveReceipt } from "./autosave-receipt.ts";
import type { LateAnswer } from "../late-answer.server.ts";
import type { DraftState } from "./draft-state.ts";
import { entriesOf, formOf } from "./form-entries.ts";
import { dropKeptText, dropKeptTexts, keepText, type Place } from "./kept-text.ts";

export type Watched = {
  readonly place: Place;
  readonly accountId: string;
  /** 0: nothing goes to the server by itself; what is typed is only kept in the browser. */
  readonly seconds: number;
  readonly revision: number;
  readonly edition: string;
  /** Whether the page shows text that is not stored. */
  readonly unsaved: boolean;
  readonly signOutPath: string;
  /** Asked where signing out would lose text that the server did not take. */
  readonly signOutQuestion: string;
  readonly tell: (state: DraftState, receipt?: AutosaveReceipt) => void;
};

export type Watch = {
  /** Saves what is not saved; true when the text is safe: stored, or kept in this browser. */
  readonly save: () => Promise<boolean>;
  readonly isDirty: () => boolean;
  /** While an older kept text waits for an answer, it is neither replaced nor dropped. */
  readonly hold: (held: boolean) => void;
  /** A save of the person's own could not be sent: go on. */
  readonly resume: () => void;
  readonly stop: () => void;
};

const PATIENCE_MS = 20_000;
const LONGEST_PAUSE_MS = 60_000;

/** Saves a section by itself, and keeps in the browser what could not be saved. Knows nothing of what the fields are. */
export function watchDraft(form: HTMLFormElement, watched: Watched): Watch {
  const { place, accountId, tell } = watched;
  // Of this very section, also where the answer or the end of the page comes after the address has changed.
  const address = `${location.pathname}.data`;
  const written = () => JSON.stringify(entriesOf(new FormData(form)));
  let { revision, edition } = watched;
  let safe = watched.unsaved ? "" : written();
  let refused = "";
  let [held, leavingByForm, halted] = [false, false, false];
  let pause = 2000;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;
  let line: Promise<boolean> = Promise.resolve(true);
  /** The text on its way to the server, whose answer says on what the next one rests. */
  let sending: { readonly text: string; readonly answered: Promise<boolean> } | undefined;
  let isWaitingToSubmit = false;

  const isDirty = () => written() !== safe;
  const keep = () => !held && keepText(place, { accountId, revision, edition, entries: entriesOf(new FormData(form)) });

  async function post(keepalive: boolean): Promise<boolean> {
    const text = written();
    if (text === safe) return true;
    const kept = keep();
    if (watched.seconds === 0 || halted || text === refused) return kept;
    const mine = { text, answered: send({ text, kept, keepalive }) };
    sending = mine;
    const isSafe = await mine.answered;
    if (sending === mine) sending = undefined;
    return isSafe;
  }

  type Sent = { readonly text: string; readonly kept: boolean; readonly keepalive: boolean };

  async function send({ text, kept, keepalive }: Sent): Promise<boolean> {
    const body = formOf(entriesOf(new FormData(form)), { intent: "autosave", revision: String(revision), edition });
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(address, { method: "POST", body, keepalive, signal }).catch(() => null);
    // Read to its end, or the connection stays taken.
    await answer?.text().catch(() => "");
    if (answer?.ok && answer.headers.has(RECEIPT_HEADER)) {
      const receipt = JSON.parse(answer.headers.get(RECEIPT_HEADER) ?? "") as AutosaveReceipt;
      ({ revision, edition } = receipt);
      [safe, pause] = [text, 2000];
      if (!isDirty() && !held) dropKeptText(place);
      tell({ kind: "saved", at: receipt.at }, receipt);
      return true;
    }
    const late = answer?.headers.get(LATE_HEADER);
    if (late) {
      halted = true;
      tell({ kind: "late", late: JSON.parse(decodeURIComponent(late)) as LateAnswer });
      return kept;
    }
    return notSaved(answer?.status ?? 0, text, kept);
  }

  function notSaved(status: number, text: string, kept: boolean): boolean {
    if (status === 409) {
      halted = true;
      tell({ kind: "conflict" });
    } else if (status === 401) {
      tell({ kind: "signed-out" });
    } else if (status >= 400 && status < 500) {
      refused = text;
      tell({ kind: "refused" });
    } else {
      tell({ kind: "unsent", kept });
      clearTimeout(retry);
      retry = setTimeout(save, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
    return kept;
  }

  /** One after the other: a page never competes with itself. */
  function save(): Promise<boolean> {
    line = line.then(() => post(false));
    return line;
  }

  // Also behind a save of the person's own, which a page that is left at once may cut off: the same text is no conflict.
  const leave = () => {
    if (isDirty()) void post(true);
  };
  const listeners = new AbortController();
  const { signal } = listeners;
  form.addEventListener("change", () => void save(), { signal });
  form.addEventListener(
    "input",
    () => {
      leavingByForm = false;
      clearTimeout(keeping);
      keeping = setTimeout(() => isDirty() && keep(), 500);
    },
    { signal },
  );
  form.addEventListener("submit", submitInTurn, { signal });
  addEventListener("online", () => void save(), { signal });
  addEventListener("pagehide", leave, { signal });
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && leave(), { signal });
  addEventListener(
    "beforeunload",
    (event) => isDirty() && !leavingByForm && !held && !keep() && event.preventDefault(),
    {
      signal,
    },
  );
  document.addEventListener("submit", (event) => void signOut(event), { signal, capture: true });
  const timer = watched.seconds > 0 ? setInterval(save, watched.seconds * 1000) : undefined;
  if (watched.unsaved) void save();

  /** A text that is still on its way would make another one, sent beside it, look like somebody else's: it goes first. */
  function submitInTurn(event: SubmitEvent): void {
    if (!sending || sending.text === written()) {
      leavingByForm = true;
      if (isDirty()) keep();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (isWaitingToSubmit) return;
    void submitAfter(sending.answered, event.submitter);
  }

  async function submitAfter(answered: Promise<boolean>, submitter: HTMLElement | null): Promise<void> {
    isWaitingToSubmit = true;
    await answered;
    isWaitingToSubmit = false;
    // The page itself shows them a moment later.
    for (const [name, value] of Object.entries({ revision, edition })) {
      const rest = form.elements.namedItem(name);
      if (rest instanceof HTMLInputElement) rest.value = String(value);
    }
    form.requestSubmit(submitter);
  }

  async function signOut(event: SubmitEvent): Promise<void> {
    const leaving = event.target;
    if (!(leaving instanceof HTMLFormElement) || new URL(leaving.action).pathname !== watched.signOutPath) return;
    event.preventDefault();
    await save();
    // oxlint-disable-next-line no-alert
    if (isDirty() && !confirm(watched.signOutQuestion)) return;
    leavingByForm = true;
    stop();
    dropKeptTexts();
    leaving.submit();
  }

  function stop(): void {
    if (!leavingByForm) leave();
    listeners.abort();
    clearInterval(timer);
    clearTimeout(retry);
    clearTimeout(keeping);
  }

  return {
    save,
    isDirty,
    hold: (now) => (held = now),
    resume() {
      leavingByForm = false;
      tell({ kind: "unsent", kept: keep() });
      void save();
    },
    stop,
  };
}
