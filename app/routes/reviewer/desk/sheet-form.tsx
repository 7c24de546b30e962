import { Form } from "@remix-run/react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeskAnswer } from "./desk-action.server.ts";
import type { DeskData } from "./desk-data.server.ts";
import { ScoreField } from "./score-field.tsx";
import { StaleSheet } from "./stale-sheet.tsx";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextAreaField } from "#app/components/form/text-area-field.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { parseScores, pointsText, totalOf } from "#app/domain/review/rubric.ts";

type SheetFormProps = {
  readonly desk: DeskData;
  readonly answer: DeskAnswer | undefined;
  readonly justSaved: boolean;
};

/** The rubric as a form. Scripts only add the running total and shortcuts that do not send anything. */
export function SheetForm({ desk, answer, justSaved }: SheetFormProps) {
  const { t } = useTranslation();
  const { rubric } = desk;
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(answer?.typed.scores ?? desk.scores);
  const readAgain = (): void => {
    const inputs = rubric.criteria.map(({ id }) => [id, inputOf(form.current, id)?.value ?? ""] as const);
    setTyped(Object.fromEntries(inputs));
  };
  const fill = (criterion: string, points: string): void => {
    const input = inputOf(form.current, criterion);
    if (input) input.value = points;
    readAgain();
  };
  const readable = parseScores(rubric, typed);
  const total = readable.ok ? pointsText(totalOf(rubric, readable.value)) : t("reviewer:desk.totalUnknown");
  return (
    <Form method="post" noValidate ref={form} onInput={readAgain} preventScrollReset>
      <input type="hidden" name="revision" value={answer?.stale?.revision ?? desk.revision} />
      {/* First in the form, so that the Enter key saves and does not press a shortcut. */}
      <div className="actions desk__bar">
        <output className="desk__total" aria-live="polite">
          {t("reviewer:desk.total", { total, maximum: pointsText(rubric.maxHundredths) })}
        </output>
        {/* Beside the button and in its line: nothing moves when it appears. */}
        <span className="desk__saved" role="status">
          {justSaved && t("reviewer:desk.saved")}
        </span>
        <SubmitButton intent="save" variant="secondary">
          {t("common:action.save")}
        </SubmitButton>
        <SubmitButton intent="next">{t("reviewer:desk.saveAndNext")}</SubmitButton>
      </div>
      {answer?.stale && <StaleSheet desk={desk} typed={answer.typed} stored={answer.stale} />}
      <SectionCard title={t("reviewer:desk.rubric")}>
        {rubric.criteria.map((criterion) => (
          <ScoreField
            key={criterion.id}
            criterion={criterion}
            typed={typed[criterion.id] ?? ""}
            initial={(answer?.typed.scores ?? desk.scores)[criterion.id] ?? ""}
            errors={(answer?.errors ?? [])
              .filter(({ id }) => id === `score-${criterion.id}`)
              .map(({ message }) => message)}
            onAnchor={fill}
          />
        ))}
        <TextAreaField
          name="comment"
          label={t("reviewer:desk.comment")}
          help={t("reviewer:desk.commentHelp")}
          defaultValue={answer?.typed.comment ?? desk.comment}
          errors={(answer?.errors ?? []).filter(({ id }) => id === "comment").map(({ message }) => message)}
          maxLength={4000}
          rows={4}
        />
        <ConfirmBox
          insideForm
          variant="primary"
          intent="submit"
          label={t("reviewer:desk.submit")}
          explanation={<p>{t("reviewer:desk.submitExplanation")}</p>}
          confirmLabel={t("reviewer:desk.submitConfirm")}
        />
      </SectionCard>
    </Form>
  );
}

function inputOf(form: HTMLFormElement | null, criterion: string): HTMLInputElement | null {
  const input = form?.elements.namedItem(`score.${criterion}`);
  return input instanceof HTMLInputElement ? input : null;
}
