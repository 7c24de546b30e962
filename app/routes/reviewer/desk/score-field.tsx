import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/components/button.tsx";
import { NumberField } from "#app/components/form/number-field.tsx";
import { text } from "#app/domain/programme/text.ts";
import { pointsText, type RubricCriterion } from "#app/domain/review/rubric.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

type ScoreFieldProps = {
  readonly criterion: RubricCriterion;
  /** As it stands in the field now. */
  readonly typed: string;
  readonly initial: string;
  readonly errors: readonly string[];
  readonly onAnchor: (criterion: string, points: string) => void;
};

/** A number to type, and shortcuts with the words of the scale: without scripts a shortcut saves the sheet with its points. */
export function ScoreField({ criterion, typed, initial, errors, onAnchor }: ScoreFieldProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, anchors } = criterion;
  const label = text(criterion.label, language);
  const maximum = pointsText(criterion.maxHundredths);
  const choose = (event: MouseEvent, points: string): void => {
    event.preventDefault();
    onAnchor(id, points);
  };
  return (
    <div className="criterion">
      <NumberField
        id={`score-${id}`}
        name={`score.${id}`}
        label={label}
        help={criterion.hint ? text(criterion.hint, language) : undefined}
        defaultValue={initial}
        errors={errors}
        decimal={criterion.stepHundredths % 100 !== 0}
        unit={t("reviewer:desk.ofMaximum", { maximum })}
      />
      {anchors.length > 0 && (
        <div className="criterion__anchors" role="group" aria-label={t("reviewer:desk.shortcuts", { label })}>
          {anchors.map((anchor) => {
            const points = pointsText(anchor.hundredths);
            return (
              <Button
                key={points}
                type="submit"
                name="anchor"
                value={`${id}:${points}`}
                variant={typed.trim() === points ? "secondary" : "tertiary"}
                aria-pressed={typed.trim() === points}
                onClick={(event) => choose(event, points)}
              >
                {text(anchor.label, language)} {points}
              </Button>
            );
          })}
        </div>
      )}
    </div>
  );
}
