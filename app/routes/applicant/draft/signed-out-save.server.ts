import { data, redirect, type ActionFunctionArgs, type AppLoadContext } from "@remix-run/node";
import { accountField, entriesOf, type Entries } from "./form-entries.ts";
import { signInWith, type SignInRefusal } from "#app/auth/sign-in.server.ts";
import { param } from "#app/http/params.server.ts";
import { isLanguage } from "#app/i18n/language.ts";
import { languageCookieHeader, languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";

/** Whoever is signed in sends whole sections; what is given back to a stranger need not be larger than any section. */
const MOST_CHARACTERS = 300_000;

const answeredHere = new WeakSet<AppLoadContext>();

/** Whether this request's action keeps somebody's text on a page of its own: loaders must not lead away to sign-in. */
export function keepsTextHere(context: AppLoadContext): boolean {
  return answeredHere.has(context);
}

export type SignedOut = {
  readonly kind: "signed-out";
  readonly sent: Entries;
  readonly revision: string;
  readonly edition: string;
  readonly refusal: SignInRefusal | undefined;
};

/**
 * A section that arrived after its session had ended. Nothing is read or stored for a stranger: the text goes back to the
 * very browser that sent it, in a form with two fields for signing in. Right credentials start a session, and status 307
 * makes the browser send the same form again to the same address, now as somebody: every rule of an ordinary save holds
 * (own application, conflict, close). The address is made from the route's parameters and leads nowhere else; forms of
 * other sites ended before. Thrown, so that the page's boundary shows it and no loader asks for a session.
 */
export async function signedOutSave(
  { request, params, context }: ActionFunctionArgs,
  form: FormData,
): Promise<Response> {
  const sent = entriesOf(form);
  if (sent.reduce((sum, [name, value]) => sum + name.length + value.length, 0) > MOST_CHARACTERS) {
    throw new Response(null, { status: 413, statusText: "Content Too Large" });
  }
  const back = paths.my.section(param(params, "applicationId"), param(params, "sectionId"));
  const wished = form.get("language");
  if (isLanguage(wished) && wished !== languageOf(request)) {
    return redirect(back, { status: 307, headers: { "Set-Cookie": languageCookieHeader(wished) } });
  }
  const email = form.get(accountField.email);
  const password = form.get(accountField.password);
  let refusal: SignInRefusal | undefined;
  if (typeof email === "string" && typeof password === "string") {
    const signedIn = await signInWith(request, { email: email.trim(), password, address: context.address });
    if (signedIn.ok) return redirect(back, { status: 307, headers: { "Set-Cookie": signedIn.value.cookie } });
    refusal = signedIn.refusal;
  }
  answeredHere.add(context);
  const [revision, edition] = [form.get("revision"), form.get("edition")].map((value) => String(value ?? ""));
  const answer: SignedOut = { kind: "signed-out", sent, revision: revision ?? "", edition: edition ?? "", refusal };
  throw data(answer, { status: 401 });
}
