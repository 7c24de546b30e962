type Shown = { readonly name: string; readonly code?: string; readonly stack: string; readonly cause?: Shown };

/**
 * What a log may hold of a fault: its kind, code and where it happened. Drivers add the row that broke a rule, and mail
 * servers repeat addresses: no property but these is taken, and e-mail addresses in sentences are covered.
 */
export function faultForLog(fault: unknown): Shown {
  return shown(fault, true);
}

/** One level of causes tells enough, and a circle of them would never end. */
function shown(fault: unknown, withCause: boolean): Shown {
  if (!(fault instanceof Error)) return { name: typeof fault, stack: "" };
  const { name, cause, stack = fault.message } = fault;
  const code = "code" in fault && typeof fault.code === "string" ? fault.code : undefined;
  return {
    name,
    ...(code === undefined ? {} : { code }),
    stack: covered(stack).slice(0, 8000),
    ...(withCause && cause instanceof Error ? { cause: shown(cause, false) } : {}),
  };
}

function covered(text: string): string {
  return text.replace(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g, "…@…");
}

const secretPaths = /^\/(verify-email|reset-password|invitation|first-administrator)\/[^/]+/;

/** The path of a request as a log may hold it: without the token that opens an account. */
export function pathForLog(pathname: string): string {
  return pathname.replace(secretPaths, "/$1/…");
}
