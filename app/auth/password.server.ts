import { hash, verify } from "@node-rs/argon2";

/** argon2id with OWASP's parameters; runs off the event loop. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), cost);
}

/** Takes as long for an unknown account as for a known one, so that time does not tell which e-mails have accounts. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const known = passwordHash ?? (await decoyHash());
  const matches = await verify(known, password.normalize("NFC")).catch(() => false);
  return matches && passwordHash !== null;
}

let decoy: Promise<string> | undefined;
async function decoyHash(): Promise<string> {
  decoy ??= hashPassword("nobody has this password");
  return decoy;
}
