import { useTranslation } from "react-i18next";
import { placeOf } from "#app/components/form/address-place.ts";
import { AddressSearchBox, type AddressSearchBoxProps } from "#app/components/form/address-search.tsx";
import { FieldGroup } from "#app/components/form/field-group.tsx";
import { fieldIds, type FieldProps } from "#app/components/form/field-props.ts";
import { SelectField } from "#app/components/form/select-field.tsx";
import { formerSidos, sidos } from "#app/components/form/sidos.ts";
import { TextField } from "#app/components/form/text-field.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";

export const addressParts = ["zonecode", "sido", "sigungu", "road", "detail"] as const;

export type AddressPart = (typeof addressParts)[number];

export type AddressFieldProps = FieldProps & {
  readonly defaultValue?: Readonly<Partial<Record<AddressPart | "jibun" | "bcode", string>>> | undefined;
  /** Errors of single parts; `errors` belongs to the address as a whole. */
  readonly partErrors?: Readonly<Partial<Record<AddressPart, readonly string[]>>> | undefined;
  /** Where addresses can be looked up; typing by hand always stands beside it. */
  readonly lookUp?: Omit<AddressSearchBoxProps, "base"> | undefined;
};

/** An address typed by hand, sent as `name.zonecode`, `name.sido` …: it needs no outside search service. */
export function AddressField({ defaultValue = {}, partErrors = {}, lookUp, ...field }: AddressFieldProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const base = fieldIds(field).control;
  const part = (name: AddressPart, required: boolean) => ({
    // The first part carries the group's own id, where the error summary leads.
    id: name === "zonecode" ? base : `${base}-${name}`,
    name: `${field.name}.${name}`,
    label: t(`common:address.${name}`),
    defaultValue: defaultValue[name],
    errors: partErrors[name],
    required: required && field.required === true,
  });
  const option = (sido: { readonly ko: string; readonly en: string }) => ({ value: sido.ko, label: sido[language] });

  return (
    <FieldGroup {...field} id={`${base}-address`}>
      {lookUp && <AddressSearchBox {...lookUp} base={base} />}
      <FoundParts name={field.name} value={defaultValue} />
      <TextField
        {...part("zonecode", true)}
        help={t("common:address.zonecodeHelp")}
        inputMode="numeric"
        autoComplete="postal-code"
        width="short"
      />
      <SelectField
        {...part("sido", true)}
        options={sidos.map(option)}
        groups={[{ label: t("common:address.formerNames"), options: formerSidos.map(option) }]}
        autoComplete="address-level1"
      />
      <TextField
        {...part("sigungu", false)}
        help={t("common:address.sigunguHelp")}
        autoComplete="address-level2"
        width="medium"
      />
      <TextField {...part("road", true)} help={t("common:address.roadHelp")} autoComplete="address-line1" />
      <TextField {...part("detail", false)} help={t("common:address.detailHelp")} autoComplete="address-line2" />
    </FieldGroup>
  );
}

type FoundPartsProps = { readonly name: string; readonly value: NonNullable<AddressFieldProps["defaultValue"]> };

/** What a look-up knows beyond what is asked by hand, with the place for which it was found. */
function FoundParts({ name, value }: FoundPartsProps) {
  const { jibun = "", bcode = "" } = value;
  if (jibun === "" && bcode === "") return null;
  return (
    <>
      <input type="hidden" name={`${name}.jibun`} value={jibun} />
      <input type="hidden" name={`${name}.bcode`} value={bcode} />
      <input type="hidden" name={`${name}.foundFor`} value={placeOf(value)} />
    </>
  );
}
