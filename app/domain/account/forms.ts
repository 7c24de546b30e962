import { z } from "zod";
import { emailAddress } from "./email-address.ts";
import { currentPassword, newPassword } from "./password.ts";
import { personName } from "./person-name.ts";
import { sameSitePath } from "./same-site-path.ts";

const returnTo = z.string().optional().transform(sameSitePath);

export const staffRoles = ["reviewer", "administrator", "auditor"] as const;
export type StaffRole = (typeof staffRoles)[number];

const academyName = z
  .string({ error: "account:errors.academyMissing" })
  .trim()
  .min(1, { error: "account:errors.academyMissing" })
  .max(100, { error: "account:errors.academyLong?max=100" });

export const signUpForm = z.object({ email: emailAddress, name: personName, password: newPassword, returnTo });

export const signInForm = z.object({ email: emailAddress, password: currentPassword, returnTo });

/** For everything that only needs to know whom to write to. */
export const emailForm = z.object({ email: emailAddress });

export const newPasswordForm = z.object({ password: newPassword });

export const invitationForm = z.object({ name: personName, password: newPassword });

export const staffInvitationForm = z.object({
  email: emailAddress,
  role: z.enum(staffRoles, { error: "account:errors.role" }),
  language: z.enum(["ko", "en"], { error: "account:errors.language" }),
});

/** What the link of an invitation carries besides e-mail and academy. */
export const invitationPayload = staffInvitationForm.pick({ role: true, language: true });

/** One button beside a person or an invitation. */
export const staffChangeForm = z.object({
  intent: z.enum(["resend", "withdraw", "disable", "enable"]),
  id: z.string().max(100),
});

export const firstAdministratorForm = z.object({
  academyNameKo: academyName,
  academyNameEn: academyName,
  name: personName,
  email: emailAddress,
  password: newPassword,
});
