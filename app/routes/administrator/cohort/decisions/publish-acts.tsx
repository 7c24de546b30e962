import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/components/button.tsx";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { paths } from "#app/paths.ts";

type PublishActsProps = {
  readonly cohortId: string;
  readonly runId: string;
  readonly counts: { readonly selected: number; readonly reserve: number; readonly notSelected: number };
  readonly confirmBy: string;
  readonly isTooLate: boolean;
  readonly hasChanged: boolean;
  readonly publishAt: string | null;
  readonly suggestedAt: string;
  /** A refused act stays open, with what was typed. */
  readonly refused: { readonly intent: string; readonly values: Readonly<Record<string, string>> } | undefined;
};

/** Publishing an approved run, now or at an hour. Everything stays invisible until then. */
export function PublishActs({ cohortId, runId, counts, ...publication }: PublishActsProps) {
  const { t } = useTranslation();
  return (
    <SectionCard
      title={t("selection:decisions.publishTitle")}
      actions={
        <LinkButton to={paths.manage.run(cohortId, runId)} variant="tertiary">
          {t("selection:decisions.toRun")}
        </LinkButton>
      }
    >
      <div className="stack">
        <p>
          {t("selection:decisions.ready", counts)} {t("selection:decisions.confirmBy")}{" "}
          <TimeStamp value={publication.confirmBy} />
        </p>
        {publication.publishAt !== null && (
          <Notice title={t("selection:decisions.scheduled")}>
            <TimeStamp value={publication.publishAt} />
          </Notice>
        )}
        <Publishing cohortId={cohortId} {...publication} />
      </div>
    </SectionCard>
  );
}

type PublishingProps = Omit<PublishActsProps, "runId" | "counts">;

function Publishing({ cohortId, isTooLate, hasChanged, suggestedAt, refused }: PublishingProps) {
  const { t } = useTranslation();
  if (isTooLate) {
    return (
      <Notice tone="danger" title={t("selection:decisions.tooLate")}>
        <p>{t("selection:decisions.tooLateHelp")}</p>
        <LinkButton to={paths.manage.definition(cohortId)} variant="secondary">
          {t("selection:decisions.toDefinition")}
        </LinkButton>
      </Notice>
    );
  }
  if (hasChanged) return <Notice tone="danger">{t("selection:refusal.changed-since-run")}</Notice>;
  return (
    <>
      <ConfirmBox
        intent="schedule"
        variant="primary"
        open={refused?.intent === "schedule"}
        label={t("selection:decisions.schedule")}
        explanation={<p>{t("selection:decisions.scheduleHelp")}</p>}
        confirmLabel={t("selection:decisions.scheduleConfirm")}
      >
        <TextField
          name="publishAt"
          type="datetime-local"
          label={t("selection:publishAtLabel")}
          help={t("selection:publishAtHelp")}
          defaultValue={refused?.values.publishAt ?? suggestedAt}
          width="medium"
          required
        />
      </ConfirmBox>
      <ConfirmBox
        intent="publish"
        label={t("selection:decisions.publish")}
        explanation={<p>{t("selection:decisions.publishHelp")}</p>}
        confirmLabel={t("selection:decisions.publishConfirm")}
      />
    </>
  );
}
