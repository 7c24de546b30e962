import { addDays, dayInSeoul, isDay } from "#app/domain/programme/day.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";

/** What a person writes of an electronic certificate beside its file; null where nothing was written. */
export type Certificate = { readonly certificateNumber: string | null; readonly issuedOn: string | null };
export type CertificateFault = "certificate-number" | "issued-on";

/**
 * Reads the verification number of a certificate of the government's portal (문서확인번호: 16 digits, with dashes or spaces
 * as they are printed) and the day of issue (YYYY-MM-DD). Refuses anything else; empty is nothing. Source: KOREA 1.4.
 */
export function readCertificate(typed: {
  readonly certificateNumber: string;
  readonly issuedOn: string;
}): Result<Certificate, CertificateFault> {
  const digits = typed.certificateNumber.normalize("NFKC").replaceAll(/[\s\-‐‑–—]/g, "");
  if (digits !== "" && !/^\d{16}$/.test(digits)) return refuse("certificate-number");
  const issuedOn = typed.issuedOn.trim();
  if (issuedOn !== "" && !isDay(issuedOn)) return refuse("issued-on");
  return done({ certificateNumber: digits || null, issuedOn: issuedOn || null });
}

/** As it is printed: four groups of four digits. */
export function shownCertificateNumber(digits: string): string {
  return digits.replaceAll(/(\d{4})(?=\d)/g, "$1-");
}

/**
 * Whether a day of issue deserves a second look: `old` when the certificate was issued more than `withinDays` days before it
 * was handed in, `future` when its day had not come. A hint: a person decides.
 */
export function issueHint({
  issuedOn,
  handedInAt,
  withinDays,
}: {
  readonly issuedOn: string | null;
  readonly handedInAt: Date;
  readonly withinDays: number | undefined;
}): "old" | "future" | null {
  if (issuedOn === null) return null;
  const today = dayInSeoul(handedInAt);
  if (issuedOn > today) return "future";
  return withinDays !== undefined && issuedOn < addDays(today, -withinDays) ? "old" : null;
}
