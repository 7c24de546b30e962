import { mayAttempt } from "#app/auth/throttle.server.ts";
import { tooManyRequests } from "#app/http/responses.server.ts";

/** For forms that cost much work or send mail: too many from one address, or about one e-mail, are turned away. */
export async function requireAttempt(attempt: { address: string; email?: string }): Promise<void> {
  if (!(await mayAttempt(attempt))) throw tooManyRequests();
}
