import { fieldsOf } from "../form.ts";
import { check, duplicates, mistake, quoted, unknownName } from "./mistake.ts";

export const quotaChecks = [
  check(["quotas", "regions"], function* ({ quotas, regions }) {
    yield* duplicates(
      quotas.map(({ id }) => id),
      (index) => `quotas[${index}].id`,
    );
    const known = Object.keys(regions);
    for (const [index, { region }] of quotas.entries()) {
      if (!known.includes(region)) yield unknownName(`quotas[${index}].region`, region, known);
    }
  }),
  check(["quotas", "form"], function* ({ quotas, form }) {
    const addresses = fieldsOf({ form }).filter((field) => field.type === "address");
    for (const [index, { basisField }] of quotas.entries()) {
      const field = addresses.find(({ id }) => id === basisField);
      if (field?.fields?.includes("sido") === true && field.fields.includes("sigungu")) continue;
      yield mistake(
        `quotas[${index}].basisField`,
        `${quoted(basisField)} 항목이 시·도(sido)와 시·군·구(sigungu)를 받는 주소 항목이 아닙니다. 지원서의 주소 항목을 적어 주십시오.`,
        `${quoted(basisField)} is not an address field with sido and sigungu. Name the form's address field.`,
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
