import { RateLimiterMemory } from "rate-limiter-flexible";
import { env } from "#app/env.server.ts";

const byAddress = new RateLimiterMemory({ keyPrefix: "address", points: env.signInLimit, duration: 60 });
const byAccount = new RateLimiterMemory({ keyPrefix: "account", points: 10, duration: 15 * 60 });

/** False when this address, or attempts at this account, came too often. */
export async function mayAttempt({ address, email }: { address: string; email?: string }): Promise<boolean> {
  try {
    await byAddress.consume(address);
    if (email) await byAccount.consume(email.toLowerCase());
    return true;
  } catch {
    return false;
  }
}

export async function forgetAttempts(email: string): Promise<void> {
  await byAccount.delete(email.toLowerCase());
}
