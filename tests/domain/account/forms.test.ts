import { expect, test } from "vitest";
import { emailAddress } from "#app/domain/account/email-address.ts";
import { maySignIn } from "#app/domain/account/may-sign-in.ts";
import { newPassword } from "#app/domain/account/password.ts";
import { personName } from "#app/domain/account/person-name.ts";
import { sameSitePath } from "#app/domain/account/same-site-path.ts";

test.each(["correct horse", "가나다라마바사아자차", "a1b2c3d4e5", "     12345"])("%j is a password", (password) => {
  expect(newPassword.safeParse(password).success).toBe(true);
});

test.each([
  ["123456789", "account:errors.passwordShort?min=10"],
  ["가나다라마바사아자", "account:errors.passwordShort?min=10"],
  ["aaaaaaaaaaaaaa", "account:errors.passwordPlain?different=5"],
  ["1212121212", "account:errors.passwordPlain?different=5"],
  ["abcdefghij".repeat(21), "account:errors.passwordLong?max=200"],
  [undefined, "account:errors.passwordMissing"],
])("%j is no password, and the error says why", (password, message) => {
  expect(newPassword.safeParse(password).error?.issues.map((issue) => issue.message)).toEqual([message]);
});

test.each(["홍길동", "Ada Lovelace", "O'Brien-Kim", "J. R. Kim", "아이누르(가상)", "김·이", "홍길동 2"])(
  "%j is a name",
  (name) => {
    expect(personName.parse(name)).toBe(name);
  },
);

test.each(["", "   ", "<b>", "evil.example", "a@b.c", "http://x", "{{name}}", "한".repeat(61), "둘\n줄"])(
  "%j is no name",
  (name) => {
    expect(personName.safeParse(name).success).toBe(false);
  },
);

test("a name is kept in one form, however the keyboard composed it", () => {
  expect(personName.parse(" 홍길동 ".normalize("NFD"))).toBe("홍길동");
});

test("an e-mail is compared in small letters and without spaces around it", () => {
  expect(emailAddress.parse("  Sky@People.Example ")).toBe("sky@people.example");
  for (const wrong of ["sky", "sky@", "a b@people.example", "a@b.example,c@d.example", `${"a".repeat(250)}@b.co`])
    expect(emailAddress.safeParse(wrong).success).toBe(false);
});

test.each(["/", "/my", "/my/applications/a1?tab=1#top"])("%j stays on this portal", (path) => {
  expect(sameSitePath(path)).toBe(path);
});

test.each([
  "",
  "my",
  "//evil.example",
  "/\\evil.example",
  "\\/evil.example",
  "/\t/evil.example",
  "/a\nb",
  "javascript:1",
  null,
])("%j does not", (path) => {
  expect(sameSitePath(path)).toBeUndefined();
});

test("who is disabled or unverified does not come in", () => {
  const at = "2026-03-02T01:00:00.000Z";
  expect(maySignIn({ emailVerifiedAt: at, disabledAt: null }).ok).toBe(true);
  expect(maySignIn({ emailVerifiedAt: null, disabledAt: null })).toEqual({ ok: false, refusal: "email-not-verified" });
  expect(maySignIn({ emailVerifiedAt: at, disabledAt: at })).toEqual({ ok: false, refusal: "account-disabled" });
});
