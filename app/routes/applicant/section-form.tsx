import { Form, Link } from "@remix-run/react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { ENTER } from "./address-intent.ts";
import { ConsentChoice } from "./consent-choice.tsx";
import { FormField } from "./form-field.tsx";
import { ReadOnlyNotice } from "./read-only-notice.tsx";
import type { SectionAnswer } from "./section-answer.server.ts";
import type { SectionPage } from "./section-page.server.ts";
import { clockOf } from "./draft/clock.ts";
import { DraftStatus } from "./draft/draft-status.tsx";
import { KeptOffer } from "./draft/kept-offer.tsx";
import { SECTION_FORM } from "./draft/section-form-id.ts";
import { sendNatively } from "./draft/send-natively.ts";
import { useDraft } from "./draft/use-draft.ts";
import { useHiddenFields } from "./use-shown-fields.ts";
import { LinkButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { StepIndicator } from "#app/components/step-indicator.tsx";
import { paths } from "#app/paths.ts";

type SectionFormProps = {
  readonly view: SectionPage;
  readonly answer: SectionAnswer | undefined;
  readonly justSaved: boolean;
  /** When a save of the person's own last failed to reach the server; 0 when none did. */
  readonly notSentAt: number;
};

/** One section of the form: what is typed is saved as it is, what is missing is said. */
export function SectionForm({ view, answer, justSaved, notSentAt }: SectionFormProps) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const { hidden, refresh } = useHiddenFields(form, view.fields, view.others);
  const draftSafety = useDraft(form, {
    ...view,
    // Of a submitted application a save counts at once: only its writer may send it.
    seconds: view.isSubmitted ? 0 : view.autosaveSeconds,
    isOpen: view.readOnly === undefined,
    unsaved: answer?.isSaved === false && answer.status !== 400,
    isFresh: answer === undefined,
    notSentAt,
  });
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
      <Outcome answer={answer} savedAt={justSaved ? view.savedAt : undefined} />
      {draftSafety.offer && <KeptOffer {...draftSafety.offer} />}
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
      <Form method="post" noValidate ref={form} id={SECTION_FORM} onInput={refresh} onSubmit={sendNatively("language")}>
        {view.fields.some(({ addressSearch }) => addressSearch) && (
          // The Enter key presses a form's first button, which would be the one that looks an address up.
          <SubmitButton intent={ENTER} hidden>
            {t("applicant:section.saveAndContinue")}
          </SubmitButton>
        )}
        <input type="hidden" name="revision" value={draftSafety.revision} />
        <input type="hidden" name="edition" value={draftSafety.edition} />
        {view.fields.map((field) => (
          <div key={field.id} hidden={hidden.has(field.id)}>
            <FormField field={field} hidden={hidden} />
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
            <DraftStatus
              state={draftSafety.state}
              savedAt={view.savedAt}
              here={paths.my.section(view.applicationId, view.section.id)}
            />
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

type OutcomeProps = Pick<SectionFormProps, "answer"> & { readonly savedAt: string | undefined };

function Outcome({ answer, savedAt }: OutcomeProps) {
  const { t } = useTranslation();
  if (!answer) {
    return savedAt === undefined ? null : (
      <Notice tone="success" role="status" title={t("draft:status.saved", { time: clockOf(savedAt) })} />
    );
  }
  return (
    <>
      {answer.isRestored && <Notice role="status" title={t("draft:restored")} />}
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
    </>
  );
}
