import { useTranslation } from "react-i18next";
import { hasErrors, type FieldProps } from "#app/components/form/field-props.ts";
import { useErrorText } from "#app/components/form/use-error-text.ts";

type FieldErrorProps = { readonly id: string; readonly errors: FieldProps["errors"] };

export function FieldError({ id, errors }: FieldErrorProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  if (!hasErrors(errors)) return null;
  return (
    <div className="field__error" id={id}>
      {errors?.map((error) => (
        <p key={error}>
          <span className="visually-hidden">{t("common:field.error")} </span>
          {errorText(error)}
        </p>
      ))}
    </div>
  );
}
