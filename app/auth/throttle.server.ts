import { RateLimiterMemory } from "rate-limiter-flexible";
import { env } from "#app/env.server.ts";
import { networkOf } from "./network-of.ts";

const QUARTER_S = 15 * 60;
const byAddress = new RateLimiterMemory({ keyPrefix: "address", points: env.signInLimit, duration: 60 });
const byVisitor = new RateLimiterMemory({ keyPrefix: "visitor", points: 10, duration: QUARTER_S });
/** Far more than one visitor has: otherwise ten wrong passwords from anywhere would shut somebody out on the last day. */
const byAccount = new RateLimiterMemory({ keyPrefix: "account", points: 100, duration: QUARTER_S });
const bySubject = new RateLimiterMemory({ keyPrefix: "subject", points: 10, duration: QUARTER_S });

type Attempt = { readonly address: string; readonly email?: string };

/** False when this address, or attempts at this account, came too often. */
export async function mayAttempt({ address, email }: Attempt): Promise<boolean> {
  try {
    await byAddress.consume(networkOf(address));
    if (email) {
      await byVisitor.consume(visitorOf(address, email));
      await byAccount.consume(email.toLowerCase());
    }
    return true;
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return false;
  }
}

/** The same for a question about somebody's record that no account asks: few enough that a birth date is not found by trying. */
export async function mayLookUp({ address, subject }: { address: string; subject: string }): Promise<boolean> {
  try {
    await byAddress.consume(networkOf(address));
    await bySubject.consume(subject);
    return true;
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return false;
  }
}

/** Only this visitor's: what others tried at the account meanwhile still counts. */
export async function forgetAttempts({ address, email }: Required<Attempt>): Promise<void> {
  await byVisitor.delete(visitorOf(address, email));
}

function visitorOf(address: string, email: string): string {
  return `${networkOf(address)} ${email.toLowerCase()}`;
}
