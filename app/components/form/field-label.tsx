import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

type FieldLabelProps = { readonly children: ReactNode; readonly required?: boolean | undefined };

/** A label's text with "required" as a word: an asterisk says nothing to many. */
export function FieldLabel({ children, required }: FieldLabelProps) {
  const { t } = useTranslation();
  return (
    <>
      {children}
      {required && <span className="field__mark"> ({t("common:field.required")})</span>}
    </>
  );
}
