import { RateLimiterMemory } from "rate-limiter-flexible";

const byAccount = new RateLimiterMemory({ keyPrefix: "address-search", points: 30, duration: 60 });

/** False when an account searches so often that it would use up the service for everybody. */
export async function maySearch(accountId: string): Promise<boolean> {
  try {
    await byAccount.consume(accountId);
    return true;
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return false;
  }
}
