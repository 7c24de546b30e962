import { refusalHeader } from "#app/components/upload/refusal-header.ts";

export type Sent =
  | { readonly ok: true }
  | { readonly ok: false; readonly message: string; readonly mayRetry: boolean; readonly isLate: boolean };

type SendFile = {
  readonly form: HTMLFormElement;
  readonly file: File;
  readonly onProgress: (percent: number) => void;
  readonly signal: AbortSignal;
};

/**
 * Sends one file as the page's form would without JavaScript; XMLHttpRequest, because `fetch` does not tell how much has
 * been sent. The answer is the page: taken when it led back here, refused with the reason in a header.
 */
export function sendFile({ form, file, onProgress, signal }: SendFile): Promise<Sent> {
  const body = new FormData(form);
  body.delete("file");
  // A Mac names files in decomposed syllables.
  body.set("file", file, file.name.normalize("NFC"));
  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    const fail = (reason: string, mayRetry = true) =>
      resolve({ ok: false, message: `documents:refusal.${reason}`, mayRetry, isLate: reason.startsWith("late?") });
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(total > 0 ? Math.floor((loaded * 100) / total) : 0),
    );
    request.addEventListener("abort", () => fail("stopped"));
    request.addEventListener("error", () => fail("no-connection"));
    request.addEventListener("load", () => {
      const refusal = request.getResponseHeader(refusalHeader);
      if (refusal) fail(refusal, false);
      else if (request.status === 413) fail("upload-too-large", false);
      else if (request.status >= 400) fail("not-taken");
      else if (new URL(request.responseURL).pathname !== new URL(form.action).pathname) fail("signed-out");
      else resolve({ ok: true });
    });
    request.open("POST", form.action);
    request.send(body);
  });
}
