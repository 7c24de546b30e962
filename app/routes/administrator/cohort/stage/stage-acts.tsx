import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { TextAreaField } from "#app/components/form/text-area-field.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import type { StageStatus } from "#app/domain/cohort/stage-status.ts";

type Refused = { readonly intent: string; readonly values: Readonly<Record<string, string>> };

type StageActsProps = {
  readonly status: StageStatus;
  readonly isLast: boolean;
  readonly entered: number;
  readonly passed: number;
  /** Whether this person may approve: it takes another than the one who closed. */
  readonly mayApprove: boolean;
  readonly mayBeAbsent: boolean;
  readonly mayOpen: boolean;
  readonly extensionsPath: string;
  /** People whose personal extension still runs and ends when this stage begins. */
  readonly extensionsEnding: number;
  /** For `<input type="datetime-local">`, the calendar's hour. */
  readonly suggestedAt: string;
  /** The act that was just refused stays open, with what was typed. */
  readonly refused: Refused | undefined;
};

/** What can be done with the stage now; each act says what it does before it is done. */
export function StageActs({ status, ...stage }: StageActsProps) {
  const { t } = useTranslation();
  if (status === "waiting") {
    return (
      <SectionCard title={t("selection:stage.acts")}>
        {stage.mayOpen && stage.extensionsEnding > 0 && (
          <Notice tone="warning" title={t("extension:manage.ending", { people: stage.extensionsEnding })}>
            <p>{t("extension:manage.endingText")}</p>
            <Link to={stage.extensionsPath}>{t("extension:manage.title")}</Link>
          </Notice>
        )}
        {stage.mayOpen ? <Act intent="open" variant="primary" /> : <p>{t("selection:stage.cannotOpen")}</p>}
      </SectionCard>
    );
  }
  if (status === "published" || (status === "approved" && stage.isLast)) {
    return (
      <Notice tone="info">
        {t(status === "published" ? "selection:stage.isPublished" : "selection:stage.lastIsApproved")}
      </Notice>
    );
  }
  return (
    <SectionCard title={t("selection:stage.acts")}>
      <div className="stack">
        {status === "open" && <OpenActs {...stage} />}
        {status === "closed" && <ClosedActs {...stage} />}
        {status === "approved" && <PublishActs {...stage} />}
      </div>
    </SectionCard>
  );
}

/** What was typed into the act of this intent when it was refused. */
function typedInto(refused: Refused | undefined, intent: string): Readonly<Record<string, string>> {
  return refused?.intent === intent ? refused.values : {};
}

type Acts = Omit<StageActsProps, "status">;

function OpenActs({ mayBeAbsent, entered, refused }: Acts) {
  const { t } = useTranslation();
  return (
    <>
      {mayBeAbsent && (
        <Act intent="absent" variant="primary" open={refused?.intent === "absent"}>
          <TextField
            name="evaluationNumber"
            label={t("selection:evaluationNumber")}
            defaultValue={typedInto(refused, "absent").evaluationNumber}
            width="short"
            required
          />
          <TextField
            name="reason"
            label={t("selection:reasonLabel")}
            defaultValue={typedInto(refused, "absent").reason}
            required
          />
        </Act>
      )}
      {mayBeAbsent && (
        <Act intent="present" variant="primary" open={refused?.intent === "present"}>
          <TextField
            name="evaluationNumber"
            id="presentNumber"
            label={t("selection:evaluationNumber")}
            defaultValue={typedInto(refused, "present").evaluationNumber}
            width="short"
            required
          />
          <TextField
            name="reason"
            id="presentReason"
            label={t("selection:reasonLabel")}
            defaultValue={typedInto(refused, "present").reason}
            required
          />
        </Act>
      )}
      <Act intent="close" variant="primary" values={{ entered }} />
    </>
  );
}

function ClosedActs({ mayApprove, passed, refused }: Acts) {
  const { t } = useTranslation();
  return (
    <>
      {mayApprove ? (
        <Act intent="approve" variant="primary" values={{ passed }} />
      ) : (
        <Notice>{t("selection:stage.secondNeeded")}</Notice>
      )}
      <Act intent="reopen" open={refused?.intent === "reopen"}>
        <TextAreaField name="reason" label={t("selection:reasonLabel")} rows={2} required />
      </Act>
    </>
  );
}

function PublishActs({ suggestedAt, passed, entered, refused }: Acts) {
  const { t } = useTranslation();
  return (
    <>
      <Act intent="schedule" variant="primary" open={refused?.intent === "schedule"}>
        <TextField
          name="publishAt"
          type="datetime-local"
          label={t("selection:publishAtLabel")}
          help={t("selection:publishAtHelp")}
          defaultValue={typedInto(refused, "schedule").publishAt ?? suggestedAt}
          width="medium"
          required
        />
      </Act>
      <Act intent="publish" values={{ passed, failed: entered - passed }} />
    </>
  );
}

type ActProps = {
  readonly intent: string;
  readonly variant?: "primary" | "danger";
  readonly open?: boolean;
  readonly values?: Readonly<Record<string, number>>;
  readonly children?: React.ReactNode;
};

function Act({ intent, variant = "danger", open, values = {}, children }: ActProps) {
  const { t } = useTranslation();
  return (
    <ConfirmBox
      intent={intent}
      variant={variant}
      open={open}
      label={t(`selection:stage.act.${intent}.label`)}
      explanation={<p>{t(`selection:stage.act.${intent}.explanation`, values)}</p>}
      confirmLabel={t(`selection:stage.act.${intent}.confirm`)}
    >
      {children}
    </ConfirmBox>
  );
}
