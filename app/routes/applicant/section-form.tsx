import { Form, Link } from "@remix-run/react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { ConsentChoice } from "./consent-choice.tsx";
import { FormField } from "./form-field.tsx";
import { ReadOnlyNotice } from "./read-only-notice.tsx";
import type { SectionAnswer } from "./section-answer.server.ts";
import type { SectionPage } from "./section-page.server.ts";
import { useAutosave } from "./use-autosave.ts";
import { useHiddenFields } from "./use-shown-fields.ts";
import { DescriptionList } from "#app/components/description-list.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { StepIndicator } from "#app/components/step-indicator.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { paths } from "#app/paths.ts";

type SectionFormProps = {
  readonly view: SectionPage;
  readonly answer: SectionAnswer | undefined;
  readonly justSaved: boolean;
};

/** One section of the form: what is typed is saved as it is, what is missing is said. */
export function SectionForm({ view, answer, justSaved }: SectionFormProps) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const { hidden, refresh } = useHiddenFields(form, view.fields, view.others);
  const canAutosave = view.readOnly === undefined && !view.isSubmitted;
  const autosave = useAutosave(form, { seconds: canAutosave ? view.autosaveSeconds : 0, revision: view.revision });
  const draft = paths.my.application(view.applicationId);

  return (
    <>
      <PageHeader
        title={view.section.title}
        breadcrumbs={[
          { label: t("applicant:dashboard.title"), to: paths.my.dashboard() },
          { label: view.cohortTitle, to: draft },
          { label: view.section.title },
        ]}
      />
      <StepIndicator steps={view.steps} />
      <ReadOnlyNotice reason={view.readOnly} />
      <Outcome answer={answer} justSaved={justSaved} />
      <ErrorSummary
        errors={answer?.errors ?? []}
        title={answer?.isSaved ? t("applicant:section.savedWithGaps") : undefined}
      />
      {view.section.intro && (
        <Notice tone="warning" title={t("applicant:section.beforeWriting")}>
          <p>{view.section.intro}</p>
        </Notice>
      )}
      {view.isSubmitted && view.readOnly === undefined && (
        <Notice title={t("applicant:section.submittedTitle")}>
          <p>{t("applicant:section.submittedText")}</p>
        </Notice>
      )}
      <Form method="post" noValidate ref={form} onInput={refresh}>
        <input type="hidden" name="revision" value={autosave.revision} />
        {view.fields.map((field) => (
          <div key={field.id} hidden={hidden.has(field.id)}>
            <FormField field={field} />
          </div>
        ))}
        {view.consents.map((consent) => (
          <ConsentChoice key={consent.id} consent={{ ...consent, required: false }} name="consent" />
        ))}
        {view.readOnly === undefined && (
          <>
            <div className="actions">
              <SubmitButton intent="next">
                {t(view.isSubmitted ? "applicant:section.saveSubmitted" : "applicant:section.saveAndContinue")}
              </SubmitButton>
              <SubmitButton intent="stay" variant="secondary">
                {t("common:action.save")}
              </SubmitButton>
              <Link to={draft}>{t("applicant:section.toList")}</Link>
            </div>
            <p className="muted small" aria-live="polite">
              {t("applicant:section.lastSaved")} <TimeStamp value={autosave.savedAt ?? view.savedAt} as="seconds" />
            </p>
          </>
        )}
      </Form>
      {view.readOnly !== undefined && (
        <div className="actions">
          <LinkButton to={view.next} variant="secondary">
            {t("applicant:section.nextPart")}
          </LinkButton>
          <Link to={draft}>{t("applicant:section.toList")}</Link>
        </div>
      )}
      {answer?.isSaved && (
        <p>
          <Link to={view.next}>{t("applicant:section.continueAnyway")}</Link>
        </p>
      )}
    </>
  );
}

function Outcome({ answer, justSaved }: Pick<SectionFormProps, "answer" | "justSaved">) {
  const { t } = useTranslation();
  if (!answer) return justSaved ? <Notice tone="success" role="status" title={t("applicant:section.saved")} /> : null;
  return (
    <>
      {answer.dropped.length > 0 && (
        <Notice tone="warning" role="alert" title={t("applicant:section.droppedTitle")}>
          <ul>
            {answer.dropped.map(({ id, label, why }) => (
              <li key={id}>
                {label}: {t(`applicant:section.dropped.${why}`)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {answer.differences.length > 0 && (
        <Notice tone="warning" title={t("applicant:section.staleTitle")}>
          <p>{t("applicant:section.staleText")}</p>
          <DescriptionList
            items={answer.differences.map(({ label, stored }) => ({
              term: label,
              description: stored || t("applicant:section.nothingStored"),
            }))}
          />
        </Notice>
      )}
    </>
  );
}
