import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ConsentChoice } from "./consent-choice.tsx";
import { ConsentChange, Consequence } from "./consent-change.tsx";
import { coveredBy } from "./consent-covers.server.ts";
import { consentViews, givenConsents } from "./consent-views.server.ts";
import { gapMessage } from "./gap-message.ts";
import { ownApplication, type OwnPage } from "./own-application.server.ts";
import { titleOf } from "./page-title.server.ts";
import { ReadOnlyNotice } from "./read-only-notice.tsx";
import { nextPath, partsOf, stepsOf } from "./steps.server.ts";
import { titleMeta } from "./title-meta.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { StepIndicator } from "#app/components/step-indicator.tsx";
import { isConsentShown } from "#app/domain/programme/shown.ts";
import { readFormData } from "#app/http/form.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/runtime.server.ts";
import { giveConsents } from "#app/use-cases/give-consents.ts";
import { FIRST_CONSENT } from "#app/use-cases/start-application.ts";
import { giveConsentAgain, withdrawConsent } from "#app/use-cases/withdraw-consent.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const page = await ownApplication(args);
  const { application, definition } = page;
  const language = languageOf(args.request);
  const t = translator(language);
  const parts = partsOf(page, language, t, args.context.arrivedAt);
  const given = await givenConsents(application.id);
  const shown = definition.consents.filter(
    (consent) =>
      given.some(({ consentKey }) => consentKey === consent.id) || isConsentShown(consent, application.answers),
  );
  const covered = { definition, answers: application.answers, consents: page.consents, language };
  return {
    title: titleOf(t, t("applicant:consents.title")),
    applicationId: application.id,
    readOnly: page.readOnly ?? null,
    consents: consentViews(shown, language, given).map((consent) => ({
      ...consent,
      covers: coveredBy(consent.id, covered),
      // Who withdraws the first consent withdraws the application.
      isFixed: consent.kind === "notice" || (consent.id === FIRST_CONSENT && consent.givenAt !== ""),
    })),
    steps: stepsOf(parts, "consents"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const page = await ownApplication(args);
  const { application, actor } = page;
  const form = await readFormData(args.request);
  const intent = form.get("intent");
  if (intent === "withdraw" || intent === "give") return changeOne(page, { form, intent });
  const texts = (name: string) => form.getAll(name).filter((each) => typeof each === "string");
  const ticked = texts("consent");
  const given = await giveConsents(db, actor, {
    applicationId: application.id,
    offered: texts("offered"),
    ticked,
    arrivedAt: args.context.arrivedAt,
    now: new Date(),
  });
  if (!given.ok) {
    if (given.refusal === "not-yours") throw notFound();
    if (typeof given.refusal === "string") {
      return data({ errors: [{ message: `applicant:refusal.${given.refusal}` }], ticked }, { status: 409 });
    }
    const errors = given.refusal.gaps.map((gap) =>
      gap.kind === "consent"
        ? { message: gapMessage(gap), id: `consent-${gap.consentId}` }
        : { message: gapMessage(gap) },
    );
    return data({ errors, ticked }, { status: 400 });
  }
  const parts = partsOf(page, languageOf(args.request), translator("ko"), args.context.arrivedAt);
  const next = nextPath(parts, "consents") ?? paths.my.application(application.id);
  return redirect(intent === "stay" ? `${paths.my.consents(application.id)}?done=saved` : next);
}

type Change = { readonly form: FormData; readonly intent: "withdraw" | "give" };

/** One optional consent by itself, whenever: the form may be closed long since. */
async function changeOne({ actor, application }: OwnPage, { form, intent }: Change) {
  const change = { applicationId: application.id, consentId: String(form.get("consentId") ?? ""), now: new Date() };
  const changed =
    intent === "withdraw" ? await withdrawConsent(db, actor, change) : await giveConsentAgain(db, actor, change);
  if (changed.ok) return redirect(`${paths.my.consents(application.id)}?done=${intent}`);
  if (changed.refusal === "not-yours") throw notFound();
  const errors = [{ message: `rights:refusal.${changed.refusal}` }];
  return data({ errors, ticked: [] as readonly string[] }, { status: 409 });
}

export default function ConsentsPage() {
  const { t } = useTranslation();
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const writable = page.readOnly === null;
  const doneSentence = page.done && !refused ? t(`rights:consent.done.${page.done}`, { defaultValue: "" }) : "";
  return (
    <>
      <PageHeader
        title={t("applicant:consents.title")}
        lead={t("applicant:consents.lead")}
        breadcrumbs={[
          { label: t("applicant:dashboard.title"), to: paths.my.dashboard() },
          { label: t("applicant:application.title"), to: paths.my.application(page.applicationId) },
          { label: t("applicant:consents.title") },
        ]}
      />
      <StepIndicator steps={page.steps} />
      <ReadOnlyNotice reason={page.readOnly ?? undefined} />
      {doneSentence && <Notice tone="success" role="status" title={doneSentence} />}
      <ErrorSummary errors={refused?.errors ?? []} />
      {writable ? (
        <ConsentForm page={page} ticked={refused?.ticked} key={refused ? "refused" : "loaded"} />
      ) : (
        <Given page={page} />
      )}
    </>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

/** While the form is open: every consent with its own box, and none that ticks the others. */
function ConsentForm({ page, ticked }: { readonly page: Page; readonly ticked: readonly string[] | undefined }) {
  const { t } = useTranslation();
  const open = page.consents.filter(({ isFixed }) => !isFixed);
  return (
    <Form method="post" noValidate>
      {page.consents.map((consent) => (
        <ConsentChoice
          key={consent.id}
          consent={consent}
          name={consent.isFixed ? undefined : "consent"}
          checked={ticked ? ticked.includes(consent.id) : consent.givenAt !== ""}
        >
          {consent.isFixed && consent.kind === "consent" && <p>{t("rights:consent.fixed")}</p>}
          {!consent.required && consent.covers.length > 0 && <Consequence covers={consent.covers} />}
        </ConsentChoice>
      ))}
      {open.map(({ id }) => (
        <input key={id} type="hidden" name="offered" value={id} />
      ))}
      <div className="actions">
        <SubmitButton intent="next">{t("applicant:section.saveAndContinue")}</SubmitButton>
        <SubmitButton intent="stay" variant="secondary">
          {t("common:action.save")}
        </SubmitButton>
        <Link to={paths.my.application(page.applicationId)}>{t("applicant:section.toList")}</Link>
      </div>
    </Form>
  );
}

/** Afterwards: what was given, and each optional one to take back or to give. */
function Given({ page }: { readonly page: Page }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t("rights:consent.afterwards")}</p>
      {page.consents.map((consent) => (
        <ConsentChoice key={consent.id} consent={consent}>
          {consent.kind === "consent" && !consent.required && (
            <ConsentChange consent={consent} covers={consent.covers} />
          )}
          {consent.kind === "consent" && consent.required && (
            <p>
              {t("rights:consent.requiredText")} <Link to={paths.my.data()}>{t("rights:data.title")}</Link>
            </p>
          )}
        </ConsentChoice>
      ))}
      <p>
        <Link to={paths.my.application(page.applicationId)}>{t("applicant:section.toList")}</Link>
      </p>
    </>
  );
}
