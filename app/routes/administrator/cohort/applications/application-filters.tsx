import { useTranslation } from "react-i18next";
import { SelectField } from "#app/components/form/select-field.tsx";
import { FilterBar } from "#app/components/table/filter-bar.tsx";
import { applicationStatuses } from "#app/domain/application/status.ts";
import type { ListWishes } from "./list-wishes.ts";

type ApplicationFiltersProps = {
  readonly wishes: Pick<ListWishes, "filter">;
  readonly tracks: readonly { readonly id: string; readonly title: string }[];
};

export function ApplicationFilters({ wishes: { filter }, tracks }: ApplicationFiltersProps) {
  const { t } = useTranslation();
  const everything = t("administrator:applications.everything");
  return (
    <FilterBar clearHref="?" active={Object.keys(filter).length}>
      <SelectField
        name="status"
        label={t("administrator:applications.status")}
        empty={t("administrator:applications.numbered")}
        defaultValue={filter.status}
        options={applicationStatuses.map((value) => ({ value, label: t(`administrator:status.${value}`) }))}
      />
      <SelectField
        name="track"
        label={t("administrator:applications.track")}
        empty={everything}
        defaultValue={filter.track}
        options={tracks.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <SelectField
        name="waiting"
        label={t("administrator:applications.waiting")}
        empty={everything}
        defaultValue={filter.waiting}
        options={[
          { value: "flag", label: t("administrator:applications.openFlag") },
          { value: "claim", label: t("administrator:applications.openClaim") },
        ]}
      />
    </FilterBar>
  );
}
