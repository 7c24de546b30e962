import { fieldsOf } from "../form.ts";
import { quotaGroups } from "../quotas.ts";
import { check, duplicates, mistake, quoted, unknownName } from "./mistake.ts";

export const quotaChecks = [
  check(["quotas"], function* ({ quotas }) {
    const inside = quotaGroups(quotas).filter(({ path }) => /guaranteed|blocks/.test(path));
    yield* duplicates([...quotas.map(({ id }) => id), ...inside.map(({ id }) => id)], (index) =>
      index < quotas.length ? `quotas[${index}].id` : (inside[index - quotas.length]?.path ?? "quotas"),
    );
  }),
  check(["quotas", "regions"], function* ({ quotas, regions }) {
    const known = Object.keys(regions);
    for (const { members, path } of quotaGroups(quotas)) {
      if ("region" in members && !known.includes(members.region)) {
        yield unknownName(`${path}.region`, members.region, known);
      }
    }
  }),
  check(["quotas", "bonus"], function* ({ quotas, bonus }) {
    const known = bonus.items.map(({ id }) => id);
    for (const { members, path } of quotaGroups(quotas)) {
      if ("bonusItem" in members && !known.includes(members.bonusItem)) {
        yield unknownName(`${path}.bonusItem`, members.bonusItem, known);
      }
    }
  }),
  check(["quotas", "form"], function* ({ quotas, form }) {
    const fields = fieldsOf({ form });
    for (const { members, path } of quotaGroups(quotas)) {
      if ("field" in members) {
        const field = fields.find(({ id }) => id === members.field);
        const values = (field?.options ?? []).map(({ value }) => value);
        if (!field || values.length === 0) {
          yield unknownName(
            `${path}.field`,
            members.field,
            fields.filter(({ options }) => options).map(({ id }) => id),
          );
          continue;
        }
        for (const [index, value] of members.is.entries()) {
          if (!values.includes(value)) yield unknownName(`${path}.is[${index}]`, value, values);
        }
      }
      if (!("region" in members)) continue;
      const address = fields.find(({ id, type }) => id === members.basisField && type === "address");
      if (address?.fields?.includes("sido") === true && address.fields.includes("sigungu")) continue;
      yield mistake(
        `${path}.basisField`,
        `${quoted(members.basisField)} 항목이 시·도(sido)와 시·군·구(sigungu)를 받는 주소 항목이 아닙니다. 지원서의 주소 항목을 적어 주십시오.`,
        `${quoted(members.basisField)} is not an address field with sido and sigungu. Name the form's address field.`,
      );
    }
  }),
  check(["regions"], function* ({ regions }) {
    for (const [id, { match }] of Object.entries(regions)) {
      for (const [index, { from, until }] of match.entries()) {
        if (from === undefined || until === undefined || from <= until) continue;
        yield mistake(
          `regions.${id}.match[${index}].until`,
          "명칭이 쓰이는 기간의 끝이 시작보다 빠릅니다. 날짜를 바로잡아 주십시오.",
          "The name ends before it begins. Correct the dates.",
        );
      }
    }
  }),
];
