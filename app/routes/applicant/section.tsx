import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import {
  isRouteErrorResponse,
  useActionData,
  useLoaderData,
  useRouteError,
  type ClientActionFunctionArgs,
} from "@remix-run/react";
import { useState } from "react";
import { ConflictPage } from "./draft/conflict-page.tsx";
import { sendSection, type NotSent } from "./draft/send-section.ts";
import { autosaveAnswer } from "./draft/autosave-answer.server.ts";
import { readSave } from "./draft/read-save.server.ts";
import { SECTION_FORM } from "./draft/section-form-id.ts";
import { saveSection } from "./draft/save-section.server.ts";
import { SignInAgain } from "./draft/sign-in-again.tsx";
import { signedOutSave, type SignedOut } from "./draft/signed-out-save.server.ts";
import { addressAct } from "./address-act.server.ts";
import { addressAnswer } from "./address-answer.server.ts";
import { lateAnswer } from "./late-answer.server.ts";
import { ownApplication } from "./own-application.server.ts";
import { titleOf } from "./page-title.server.ts";
import { readFilesIntent, readRowIntent } from "./row-intent.ts";
import { SectionForm } from "./section-form.tsx";
import { sectionAnswer, type SectionAnswer } from "./section-answer.server.ts";
import { sectionPage, type SectionPage as SectionView } from "./section-page.server.ts";
import { titleMeta } from "./title-meta.ts";
import { findActor, keepSession } from "#app/auth/session.server.ts";
import { ErrorPage } from "#app/components/error-page.tsx";
import { readFormData } from "#app/http/form.server.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { isLanguage } from "#app/i18n/language.ts";
import { languageCookieHeader, languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { addresses } from "#app/runtime.server.ts";

export const meta = titleMeta;

/** What a page that saves by itself reads of the answer stands in a header. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

type LoadedSection = SectionView & {
  readonly title: string;
  readonly saved: boolean;
  readonly languageForm: string | undefined;
};

export async function loader(args: LoaderFunctionArgs): Promise<LoadedSection> {
  const { page, section } = await openSection(args);
  const language = languageOf(args.request);
  const t = translator(language);
  const view = sectionPage({ page, section, language, t, now: args.context.arrivedAt });
  const saved = new URL(args.request.url).searchParams.get("saved");
  const languageForm = view.readOnly === undefined ? SECTION_FORM : undefined;
  return { ...view, title: titleOf(t, view.section.title), saved: saved !== null, languageForm };
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args;
  const form = await readFormData(request);
  if (!(await findActor(request))) {
    if (form.get("intent") === "autosave") return data(null, { status: 401 });
    return signedOutSave(args, form);
  }
  const { page, section } = await openSection(args);
  const { id } = page.application;
  const here = paths.my.section(id, section.id);
  const language = languageOf(request);
  const wished = form.get("language");
  if (isLanguage(wished) && wished !== language) {
    // 307 sends the same form once more, now in the other language: saved or refused, nothing typed is lost.
    return redirect(here, { status: 307, headers: { "Set-Cookie": languageCookieHeader(wished) } });
  }

  const sent = readSave(section, form);
  if (sent.intent === "stored") return redirect(here);
  const now = new Date();
  const { arrivedAt } = args.context;
  const shaping = { page, section, language, t: translator(language), now: arrivedAt };
  const goesElsewhere = isLanguage(wished);
  const extended = await keepSession(request);
  const headers: HeadersInit = extended ? { "Set-Cookie": extended.cookie } : {};
  const lookUp = page.readOnly === undefined ? addresses : undefined;
  const act = await addressAct({ section, form, accountId: page.actor.accountId, lookUp });
  if (act) return data(addressAnswer(shaping, sent, act), { headers });
  const byItself = sent.intent === "autosave" || goesElsewhere;
  const outcome = await saveSection(shaping, { form, sent, byItself, arrivedAt, now });
  if (sent.intent === "autosave") {
    const { saved } = outcome;
    const late = saved && !saved.ok ? lateAnswer(page, { refusal: saved.refusal, arrivedAt, language }) : undefined;
    return autosaveAnswer(saved, { now, extended, late });
  }

  const answer = sectionAnswer(shaping, sent, outcome);
  const filesOf = readFilesIntent(sent.intent);
  if (answer.isSaved && filesOf) return redirect(`${paths.my.documents(id)}#file-${filesOf}`, { headers });
  if (readRowIntent(sent.intent)) return data(answer, { status: answer.status, headers });
  const gapsMatter = !goesElsewhere && !sent.isDecision && answer.errors.length > 0;
  if (!answer.isSaved || answer.dropped.length > 0 || gapsMatter) {
    return data(answer, { status: answer.status, headers });
  }
  if (answer.resubmitted && !goesElsewhere) return redirect(paths.my.receipt(id), { headers });
  return redirect(sent.intent === "next" ? answer.view.next : `${here}?saved`, { headers });
}

export function clientAction({ serverAction, params }: ClientActionFunctionArgs) {
  const { applicationId = "", sectionId = "" } = params;
  return sendSection(() => serverAction<typeof action>(), { applicationId, sectionId });
}

export default function SectionPage() {
  const loaded = useLoaderData() as LoadedSection;
  const latest = useActionData() as SectionAnswer | NotSent | undefined;
  // A save that never reached the server leaves the page as it was, with the answer that it showed before.
  const [answer, setAnswer] = useState<SectionAnswer | undefined>(undefined);
  const notSent = latest !== undefined && "kind" in latest;
  const shown = notSent ? answer : latest;
  if (shown !== answer) setAnswer(shown);
  const key = `${loaded.section.id} ${shown?.at ?? ""}`;
  if (shown?.conflict)
    return <ConflictPage key={key} view={shown.view} conflict={shown.conflict} errors={shown.errors} />;
  return (
    <SectionForm
      key={key}
      // What was typed comes back with the answer; the page that was loaded does not know it.
      view={shown?.view ?? loaded}
      answer={shown}
      justSaved={loaded.saved && shown === undefined}
      notSentAt={notSent ? latest.at : 0}
    />
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) return <ErrorPage status={500} homeHref={paths.my.dashboard()} />;
  const answer = error.data as SignedOut | undefined;
  if (error.status === 401 && answer?.kind === "signed-out") return <SignInAgain {...answer} />;
  return <ErrorPage status={error.status} homeHref={paths.my.dashboard()} />;
}

async function openSection(args: LoaderFunctionArgs) {
  const page = await ownApplication(args);
  const sectionId = param(args.params, "sectionId");
  const section = page.definition.form.sections.find(({ id }) => id === sectionId);
  if (!section) throw notFound();
  return { page, section };
}
