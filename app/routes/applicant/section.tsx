import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ownApplication } from "./own-application.server.ts";
import { titleOf } from "./page-title.server.ts";
import { SectionForm } from "./section-form.tsx";
import { sectionAnswer, type SectionAnswer } from "./section-answer.server.ts";
import { sectionPage, type SectionPage as SectionView } from "./section-page.server.ts";
import { sectionValues } from "./section-values.server.ts";
import { titleMeta } from "./title-meta.ts";
import { readFormData } from "#app/http/form.server.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/runtime.server.ts";
import { saveDraft } from "#app/use-cases/save-draft.ts";

export const meta = titleMeta;

type LoadedSection = SectionView & { readonly title: string; readonly saved: boolean };

export async function loader(args: LoaderFunctionArgs): Promise<LoadedSection> {
  const { page, section } = await openSection(args);
  const language = languageOf(args.request);
  const t = translator(language);
  const view = sectionPage({ page, section, language, t, now: args.context.arrivedAt });
  const saved = new URL(args.request.url).searchParams.get("saved");
  return { ...view, title: titleOf(t, view.section.title), saved: saved !== null };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { page, section } = await openSection(args);
  const form = await readFormData(request);
  const values = sectionValues(section, form);
  const { id: applicationId } = page.application;
  const saved = await saveDraft(db, page.actor, {
    applicationId,
    sectionId: section.id,
    values,
    consents: form.getAll("consent").filter((id) => typeof id === "string"),
    revision: Number(form.get("revision")),
    arrivedAt: context.arrivedAt,
    now: new Date(),
  });
  if (!saved.ok && saved.refusal === "not-yours") throw notFound();

  const language = languageOf(request);
  const shaping = { page, section, language, t: translator(language), now: context.arrivedAt };
  const answer = sectionAnswer(shaping, values, saved);
  if (form.get("intent") === "autosave") return data(answer, { status: answer.status });
  if (!answer.isSaved || answer.errors.length > 0 || answer.dropped.length > 0) {
    return data(answer, { status: answer.status });
  }
  if (answer.resubmitted) return redirect(paths.my.receipt(applicationId));
  if (form.get("intent") === "stay") return redirect(`${paths.my.section(applicationId, section.id)}?saved`);
  return redirect(answer.view.next);
}

export default function SectionPage() {
  const loaded = useLoaderData() as LoadedSection;
  const answer = useActionData() as SectionAnswer | undefined;
  // What was typed comes back with the answer; the page that was loaded does not know it.
  return (
    <SectionForm
      key={`${loaded.section.id} ${answer?.at ?? ""}`}
      view={answer?.view ?? loaded}
      answer={answer}
      justSaved={loaded.saved && answer === undefined}
    />
  );
}

async function openSection(args: LoaderFunctionArgs) {
  const page = await ownApplication(args);
  const sectionId = param(args.params, "sectionId");
  const section = page.definition.form.sections.find(({ id }) => id === sectionId);
  if (!section) throw notFound();
  return { page, section };
}
